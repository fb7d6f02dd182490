/** What `npm run audit -- --help` prints. */
export const auditHelp = `Prüft und zeigt Vorgänge aller Arten im Bestand und im Archiv, und was zu einer Person gespeichert ist.

  npm run audit -- verify                    prüft alle Historien und Siegel, die Budgets und das Archiv
  npm run audit -- show NUMMER               zeigt einen Vorgang mit seiner ganzen Historie: IT-2026-0042, B-2026/1, T 2026 3
  npm run audit -- file NUMMER [DATEI.pdf]   schreibt den Vorgang als Akte (PDF): wer, was, wann, in wessen Vertretung,
                                             was bei jeder Entscheidung vorlag; auch ein Budget: 2026-it-budget
  npm run audit -- readings                  wer wann welche Akte gelesen hat, ohne an ihr beteiligt zu sein
  npm run audit -- person show KENNUNG       sagt, was zu einer Person gespeichert ist (Auskunft, Art. 15 DSGVO)
  npm run audit -- person erase KENNUNG      löscht die Person; sagt vorher, was geht, was bleiben muss und warum (Art. 17 DSGVO)

Die Kennung ist die aus dem Verzeichnis, z. B. staff-61, die Entra-Objekt-ID, oder „aad:“ und die Entra-Objekt-ID. Welche
zusammengehören, steht im Verzeichnis (DIRECTORY_DIR, sonst data).

Optionen:
  --data ORT      Ordner mit den Daten, eine Sicherung davon oder postgres://…;
                  sonst STORE_URL, sonst DATA_DIR, sonst .data/production
  --json          person show: als JSON, für andere Programme
  --yes           ohne Rückfrage löschen
  --help          diese Hilfe

Außer person erase liest der Befehl nur, auch während Lotse läuft; dann gilt das Ergebnis für diesen Augenblick.
Für person erase halten Sie Lotse an, mit einer Datenbank alle Instanzen.

Ergebnis (Exit-Code):
  0   in Ordnung
  1   verify: etwas passt nicht; show, file, person: nichts gefunden; erase: nichts zu löschen oder nicht bestätigt
  2   nicht möglich: falscher Aufruf, Ordner fehlt, Daten oder Verzeichnis nicht lesbar, Lotse läuft`;
