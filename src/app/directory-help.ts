/** What `npm run directory -- --help` prints. */
export const help = `Pflegt das Verzeichnis: Ämter, Personen, Fachverfahren, Zuordnungen, Abwesenheiten.

  npm run directory -- check [DATEI]    prüft das Verzeichnis, oder wie es mit DATEI wäre
  npm run directory -- diff DATEI       zeigt, was DATEI ändern würde
  npm run directory -- import DATEI     zeigt die Änderungen, fragt nach und übernimmt sie
  npm run directory -- export DATEI     schreibt das Verzeichnis in DATEI

Die Endung bestimmt das Format:
  .yaml   das ganze Verzeichnis
  .xlsx   ein Blatt je Tabelle; ersetzt die Tabellen, die in der Datei stehen
  .csv    eine Tabelle je Datei; ersetzt diese Tabelle. export schreibt NAME-units.csv, NAME-persons.csv …

Optionen:
  --table NAME   die Tabelle: units, persons, applications, assignments, absences
  --dir ORDNER   Ordner mit organisation.yaml; sonst DIRECTORY_DIR, sonst data/demo.
                 Enthält er auch directory.yaml, gilt dieses Rollenmodell, sonst das mitgelieferte.
  --yes          ohne Rückfrage schreiben
  --help         diese Hilfe

import sichert den bisherigen Stand daneben (organisation.yaml.DATUM.bak) und schreibt nur, wenn alles stimmt.

Ergebnis (Exit-Code):
  0   in Ordnung, kein Unterschied oder geschrieben
  1   check: Fehler gefunden; diff: es gibt Unterschiede; import, export: nicht bestätigt
  2   nicht möglich: falscher Aufruf, Datei fehlt oder hat Fehler; nichts wurde geändert`;
