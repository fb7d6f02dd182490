/** What `npm run requests -- --help` prints. */
export const requestsHelp = `Prüft und zeigt die Antragsarten: was beantragt werden kann und welchen Weg es nimmt.

  npm run requests -- check [DATEI]    prüft die Antragsarten gegen das Rollenmodell und das Verzeichnis
  npm run requests -- show             nennt alle Antragsarten
  npm run requests -- show ART         zeigt das Formular einer Art und alle Schritte mit ihren Bedingungen
  npm run requests -- show ART --as PERSON
                                       zeigt den Weg, den ein Antrag dieser Person heute nähme
  npm run requests -- export DATEI     schreibt die gestellten Anträge, auch die im Archiv, in DATEI:
                                       .csv für Excel, .json mit allem, was gespeichert ist

Optionen:
  --as PERSON          Kennung der Person, die den Antrag stellt, z. B. staff-61
  --unit AMT           das Amt, für das der Antrag ist; sonst das der Person
  --with FELD=WERT     eine Angabe im Formular, auch mehrmals: --with costs=60000 --with fundamental=true
  --dir ORDNER         Ordner mit organisation.yaml; sonst DIRECTORY_DIR, sonst data/demo.
                       Enthält er auch request-types.yaml, gelten diese Antragsarten, sonst die mitgelieferten.
  --help               diese Hilfe

Optionen von export:
  --year JAHR          nur Anträge, die in diesem Jahr gestellt wurden
  --state STAND        open, closed oder in-approval, returned, approved, in-progress, done, rejected, withdrawn
  --type ART           nur diese Antragsart
  --unit AMT           nur dieses Amt, z. B. 61
  --data ORT           Ordner mit den Daten, eine Sicherung davon oder postgres://…;
                       sonst STORE_URL, sonst DATA_DIR, sonst .data/production
  --yes                eine vorhandene Datei überschreiben

Ergebnis (Exit-Code):
  0   in Ordnung
  1   Fehler gefunden; export: die Datei gibt es schon
  2   nicht möglich: falscher Aufruf, Datei fehlt, unbekannte Antragsart oder Person`;
