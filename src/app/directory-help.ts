/** What `npm run directory -- --help` prints. */
export const help = `Pflegt das Verzeichnis: Ämter, Personen, Fachverfahren, Zuordnungen, Abwesenheiten.

  npm run directory -- check [DATEI]    prüft das Verzeichnis, oder wie es mit DATEI wäre
  npm run directory -- diff DATEI       zeigt, was DATEI ändern würde, auch für laufende Anträge
  npm run directory -- import DATEI     zeigt die Änderungen, fragt nach und übernimmt sie
  npm run directory -- export DATEI     schreibt das Verzeichnis in DATEI

Die Endung bestimmt das Format:
  .yaml   das ganze Verzeichnis
  .xlsx   ein Blatt je Tabelle; gilt für die Tabellen, die in der Datei stehen
  .csv    eine Tabelle je Datei; gilt für diese Tabelle. export schreibt NAME-units.csv, NAME-persons.csv …
Zeilen, die in der Tabelle fehlen, werden entfernt. Spalten, die fehlen, ändern nichts. Leere Zellen leeren.

Optionen:
  --table NAME   die Tabelle: Ämter, Personen, Fachverfahren, Zuordnungen, Abwesenheiten
  --keep-empty   leere Zellen lassen stehen, was im Verzeichnis steht
  --dir ORDNER   Ordner mit organisation.yaml; sonst DIRECTORY_DIR, sonst data/demo.
                 Enthält er auch directory.yaml, gilt dieses Rollenmodell, sonst das mitgelieferte.
  --data ORT     Daten von Lotse, für die laufenden Anträge; sonst STORE_URL, sonst DATA_DIR
  --yes          ohne Rückfrage schreiben; nicht, wenn es vielen etwas nimmt
  --losing ZAHL  auch dann: so vielen Personen, wie diff gemeldet hat
  --by KENNUNG   wer die Änderung bringt; sonst das Konto an diesem Rechner. Steht im Verlauf
  --help         diese Hilfe

import sichert den bisherigen Stand daneben (organisation.yaml.DATUM.bak) und schreibt nur, wenn alles stimmt.

Ergebnis (Exit-Code):
  0   in Ordnung, kein Unterschied oder geschrieben
  1   check: Fehler gefunden; diff: es gibt Unterschiede; import, export: nicht bestätigt
  2   nicht möglich: falscher Aufruf, Datei fehlt oder hat Fehler; nichts wurde geändert`;
