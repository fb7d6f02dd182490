export const storeHelp = `npm run store -- BEFEHL

Die Daten von Lotse sichern, prüfen, umziehen und retten. Ein ORT ist ein Ordner oder eine Datenbank
(postgres://…). Ohne Angabe ist es der Ort, mit dem Lotse läuft: STORE_URL, sonst DATA_DIR.

  verify [ORT]          liest alles, prüft jede Prüfsumme und jedes Dokument und sagt, wie viel da ist.
  backup ORDNER         sichert Bestand und Archiv in einen neuen Ordner, auch im laufenden Betrieb.
  restore ORDNER        stellt eine Sicherung wieder her. Was vorher da war, wird beiseitegelegt, nicht gelöscht.
                        Eine Datenbank muss leer sein. Danach gehen Aktenzeichen mit Abstand weiter, und was bis
                        dahin zu senden war, steht unter „Unzustellbar“: Es ist vielleicht schon angekommen.
  copy ZIEL             zieht Bestand und Archiv an einen anderen, leeren Ort um, z. B. vom Ordner in die
                        Datenbank oder zurück. Lotse muss dabei stehen.
  salvage ORDNER        rettet aus einer beschädigten Datei, was ihre Prüfsummen beweisen, in einen neuen Ordner
                        und nennt, was verloren ist.
  restored              nur nach einer Wiederherstellung mit anderen Mitteln (pg_restore, Abbild der Maschine):
                        sagt Lotse, dass die Welt draußen weiter ist als die Daten.

  --from ORT            statt des Ortes, mit dem Lotse läuft
  --yes                 ohne Rückfrage`;
