/** What `npm run audit -- --help` prints. */
export const auditHelp = `Prüft und zeigt Vorgänge: Anträge im Bestand und im Archiv, Sitzungen, Beschlüsse, Ideen, Beratungen, Budgets.

  npm run audit -- verify                    prüft alle Historien, Budgets und das Archiv
  npm run audit -- show IT-2026-0042         zeigt einen Vorgang mit seiner ganzen Historie, auch B-2026/1 oder ID-2026-0007
  npm run audit -- person show KENNUNG       zeigt als JSON, was zu einer Person gespeichert ist (Auskunft, Art. 15 DSGVO)
  npm run audit -- person erase KENNUNG      löscht die Person aus abgeschlossenen Vorgängen im Archiv (Art. 17 DSGVO)

Die Kennung ist die aus dem Verzeichnis, z. B. staff-61; bei Personen ohne Eintrag „aad:“ und die Entra-Objekt-ID.

Optionen:
  --data ORDNER   Ordner mit den Daten oder einer Kopie davon; sonst DATA_DIR, sonst .data/production
  --yes           ohne Rückfrage löschen
  --help          diese Hilfe

Außer person erase liest der Befehl nur, auch während Lotse läuft; dann gilt das Ergebnis für diesen Augenblick.
person erase geht nur, wenn Lotse angehalten ist.

Ergebnis (Exit-Code):
  0   in Ordnung
  1   verify: etwas passt nicht; show, person: nichts gefunden; erase: nicht bestätigt
  2   nicht möglich: falscher Aufruf, Ordner fehlt, Daten nicht lesbar, Lotse läuft`;
