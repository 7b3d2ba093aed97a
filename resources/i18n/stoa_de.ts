<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>AccountButton</name>
    <message>
        <source>Account: {0}</source>
        <translation>Konto: {0}</translation>
    </message>
</context>
<context>
    <name>AccountDesk</name>
    <message>
        <source>Add an account…</source>
        <translation>Konto hinzufügen …</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Bild auswählen</translation>
    </message>
    <message>
        <source>My posts</source>
        <translation>Meine Beiträge</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp)</source>
        <translation>Bilder (*.png *.jpg *.jpeg *.webp)</translation>
    </message>
    <message>
        <source>The picture cannot be read: {0}</source>
        <translation>Das Bild kann nicht gelesen werden: {0}</translation>
    </message>
    <message>
        <source>This account is in use: switch to another one before you remove it.</source>
        <translation>Dieses Konto ist aktiv: Wechsle zu einem anderen, bevor du es entfernst.</translation>
    </message>
</context>
<context>
    <name>AccountRemoval</name>
    <message>
        <source>{0} is removed, with all that was kept for it.</source>
        <translation>{0} ist entfernt, mit allem, was dafür aufbewahrt wurde.</translation>
    </message>
</context>
<context>
    <name>AccountsPage</name>
    <message>
        <source>A new account</source>
        <translation>Ein neues Konto</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Add account</source>
        <translation>Konto hinzufügen</translation>
    </message>
    <message>
        <source>Choose a picture for {0}</source>
        <translation>Bild für {0} auswählen</translation>
    </message>
    <message>
        <source>Each account has its own apps&apos; data, answers and votes. No app is told that they belong together.</source>
        <translation>Jedes Konto hat seine eigenen App-Daten, Antworten und Stimmen. Keine App erfährt, dass sie zusammengehören.</translation>
    </message>
    <message>
        <source>Its posts, comments and surveys are deleted for good, with everything apps keep for it. No app will ever know it again. Its votes stay counted, without its name.</source>
        <translation>Seine Beiträge, Kommentare und Umfragen werden endgültig gelöscht, mit allem, was Apps für es aufbewahren. Keine App wird es je wiedererkennen. Seine Stimmen bleiben gezählt, ohne seinen Namen.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation>{0} entfernen</translation>
    </message>
    <message>
        <source>Remove {0}?</source>
        <translation>{0} entfernen?</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Rename the account</source>
        <translation>Konto umbenennen</translation>
    </message>
    <message>
        <source>Rename {0}</source>
        <translation>{0} umbenennen</translation>
    </message>
    <message>
        <source>Switch</source>
        <translation>Wechseln</translation>
    </message>
    <message>
        <source>Switch to {0}</source>
        <translation>Zu {0} wechseln</translation>
    </message>
    <message>
        <source>To remove {0}, switch to another account first</source>
        <translation>Um {0} zu entfernen, wechsle erst zu einem anderen Konto</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>aktiv</translation>
    </message>
</context>
<context>
    <name>ActivityPage</name>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Noch nichts</translation>
    </message>
    <message>
        <source>When another account likes, comments or answers what you posted, it is listed here.</source>
        <translation>Hier steht, wenn einem anderen Konto dein Beitrag gefällt oder es ihn kommentiert oder beantwortet.</translation>
    </message>
</context>
<context>
    <name>AlertSheet</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>a message of this app, not of Stoa</source>
        <translation>eine Meldung dieser App, nicht von Stoa</translation>
    </message>
    <message>
        <source>{0} says</source>
        <translation>{0} meldet</translation>
    </message>
</context>
<context>
    <name>AppCard</name>
    <message>
        <source>1 finding</source>
        <translation>1 Befund</translation>
    </message>
    <message>
        <source>The installed mini-app of this id has data of its own.</source>
        <translation>Die installierte Mini-App mit dieser Kennung hat ihre eigenen Daten.</translation>
    </message>
    <message>
        <source>To change it: {0}</source>
        <translation>So änderst du es: {0}</translation>
    </message>
    <message>
        <source>also installed</source>
        <translation>auch installiert</translation>
    </message>
    <message>
        <source>cannot run yet</source>
        <translation>läuft noch nicht</translation>
    </message>
    <message>
        <source>from folder</source>
        <translation>aus Ordner</translation>
    </message>
    <message>
        <source>reloads on save</source>
        <translation>lädt selbst neu</translation>
    </message>
    <message>
        <source>{0} findings</source>
        <translation>{0} Befunde</translation>
    </message>
</context>
<context>
    <name>AppDetail</name>
    <message>
        <source>All apps</source>
        <translation>Alle Apps</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>Erlauben</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Asks for nothing</source>
        <translation>Verlangt nichts</translation>
    </message>
    <message>
        <source>Clear data</source>
        <translation>Daten löschen</translation>
    </message>
    <message>
        <source>Clear the data of {0}?</source>
        <translation>Daten von {0} löschen?</translation>
    </message>
    <message>
        <source>Does not know you</source>
        <translation>Kennt dich nicht</translation>
    </message>
    <message>
        <source>Everything it keeps for this account on this machine goes for good.</source>
        <translation>Alles, was sie für dieses Konto auf diesem Computer speichert, wird endgültig gelöscht.</translation>
    </message>
    <message>
        <source>Forget every answer, so that it asks again.</source>
        <translation>Vergisst alle Antworten, damit sie wieder fragt.</translation>
    </message>
    <message>
        <source>It cannot reach anything outside this machine.</source>
        <translation>Sie erreicht nichts außerhalb dieses Computers.</translation>
    </message>
    <message>
        <source>It declares no permission.</source>
        <translation>Sie gibt keine Berechtigung an.</translation>
    </message>
    <message>
        <source>It has asked for nothing that it may not have.</source>
        <translation>Sie hat nichts verlangt, was sie nicht haben darf.</translation>
    </message>
    <message>
        <source>It will ask again for each of them.</source>
        <translation>Sie fragt dann nach jeder wieder.</translation>
    </message>
    <message>
        <source>Kept on this machine</source>
        <translation>Auf diesem Computer gespeichert</translation>
    </message>
    <message>
        <source>May reach these, and nothing else</source>
        <translation>Darf nur diese Adressen erreichen</translation>
    </message>
    <message>
        <source>Memory now</source>
        <translation>Speicher jetzt</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>No network</source>
        <translation>Kein Netz</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset permissions</source>
        <translation>Berechtigungen zurücksetzen</translation>
    </message>
    <message>
        <source>Reset the permissions of {0}?</source>
        <translation>Berechtigungen von {0} zurücksetzen?</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Risiko</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>The app and everything it keeps on this machine go for good. Posts that open it stay.</source>
        <translation>Die App und alles, was sie auf diesem Computer speichert, werden endgültig gelöscht. Beiträge, die sie öffnen, bleiben.</translation>
    </message>
    <message>
        <source>To change it: {0}</source>
        <translation>So änderst du es: {0}</translation>
    </message>
    <message>
        <source>Uninstall</source>
        <translation>Deinstallieren</translation>
    </message>
    <message>
        <source>Uninstall {0}?</source>
        <translation>{0} deinstallieren?</translation>
    </message>
    <message>
        <source>You have not signed in to it.</source>
        <translation>Du hast dich dort nicht angemeldet.</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
    <message>
        <source>{0} · {1} times</source>
        <translation>{0} · {1}-mal</translation>
    </message>
    <message>
        <source>{0} — “{1}”</source>
        <translation>{0} – „{1}“</translation>
    </message>
</context>
<context>
    <name>AppPicker</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Search apps</source>
        <translation>Apps suchen</translation>
    </message>
</context>
<context>
    <name>AppsPage</name>
    <message>
        <source>1 permission</source>
        <translation>1 Berechtigung</translation>
    </message>
    <message>
        <source>1 refusal</source>
        <translation>1 Ablehnung</translation>
    </message>
    <message>
        <source>Apps</source>
        <translation>Apps</translation>
    </message>
    <message>
        <source>Apps you open are listed here.</source>
        <translation>Hier stehen die Apps, die du öffnest.</translation>
    </message>
    <message>
        <source>No apps yet</source>
        <translation>Noch keine Apps</translation>
    </message>
    <message>
        <source>{0} permissions</source>
        <translation>{0} Berechtigungen</translation>
    </message>
    <message>
        <source>{0} refusals</source>
        <translation>{0} Ablehnungen</translation>
    </message>
</context>
<context>
    <name>Arrivals</name>
    <message>
        <source>Installing {0}…</source>
        <translation>{0} wird installiert …</translation>
    </message>
    <message>
        <source>Installing {0}… ({1} more waiting)</source>
        <translation>{0} wird installiert … ({1} weitere warten)</translation>
    </message>
</context>
<context>
    <name>Asked</name>
    <message>
        <source>Compiled code (WebAssembly)</source>
        <translation>Übersetzter Code (WebAssembly)</translation>
    </message>
    <message>
        <source>It cannot reach anything outside this machine.</source>
        <translation>Sie erreicht nichts außerhalb dieses Computers.</translation>
    </message>
    <message>
        <source>May reach these servers, and no others</source>
        <translation>Darf nur diese Server erreichen</translation>
    </message>
    <message>
        <source>No network</source>
        <translation>Kein Netz</translation>
    </message>
    <message>
        <source>Scripts inside its pages</source>
        <translation>Skripte in ihren Seiten</translation>
    </message>
    <message>
        <source>{0} — “{1}”</source>
        <translation>{0} – „{1}“</translation>
    </message>
</context>
<context>
    <name>AskedHere</name>
    <message>
        <source>Post</source>
        <translation>Posten</translation>
    </message>
    <message>
        <source>Post this to the tester&apos;s feed?</source>
        <translation>In den Feed des Testers posten?</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>You can take this back in Settings → Apps → {0}</source>
        <translation>Du kannst es zurücknehmen: Einstellungen → Apps → {0}</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>mitgeliefert</translation>
    </message>
    <message>
        <source>from folder</source>
        <translation>aus Ordner</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>installiert</translation>
    </message>
    <message>
        <source>version {0}</source>
        <translation>Version {0}</translation>
    </message>
</context>
<context>
    <name>BenchChecks</name>
    <message>
        <source>Checking …</source>
        <translation>Wird geprüft …</translation>
    </message>
    <message>
        <source>Errors: {0}. Warnings: {1}.</source>
        <translation>Fehler: {0}. Warnungen: {1}.</translation>
    </message>
    <message>
        <source>Nothing found: folder, run and page are fine.</source>
        <translation>Nichts gefunden: Ordner, Lauf und Seite sind in Ordnung.</translation>
    </message>
    <message>
        <source>The page could not be checked: {0}</source>
        <translation>Die Seite konnte nicht geprüft werden: {0}</translation>
    </message>
</context>
<context>
    <name>BridgeTab</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>As code</source>
        <translation>Als Code</translation>
    </message>
    <message>
        <source>Bridge</source>
        <translation>Brücke</translation>
    </message>
    <message>
        <source>Copy as code</source>
        <translation>Als Code kopieren</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>No calls yet</source>
        <translation>Noch keine Aufrufe</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Refused and failed</source>
        <translation>Abgelehnt und fehlgeschlagen</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Send a call</source>
        <translation>Aufruf senden</translation>
    </message>
    <message>
        <source>Send a call by hand</source>
        <translation>Aufruf von Hand senden</translation>
    </message>
    <message>
        <source>Show only: {0}</source>
        <translation>Nur zeigen: {0}</translation>
    </message>
    <message>
        <source>What the mini-app asks of the host is listed here, with every answer.</source>
        <translation>Hier steht, was die Mini-App den Host fragt, mit jeder Antwort.</translation>
    </message>
    <message>
        <source>What would change it</source>
        <translation>Was das ändern würde</translation>
    </message>
    <message>
        <source>by the checks</source>
        <translation>von den Prüfungen</translation>
    </message>
    <message>
        <source>unreadable message</source>
        <translation>unlesbare Nachricht</translation>
    </message>
</context>
<context>
    <name>BrokenCard</name>
    <message>
        <source>Close this card</source>
        <translation>Diese Karte schließen</translation>
    </message>
    <message>
        <source>One thing to change</source>
        <translation>Eins ist zu ändern</translation>
    </message>
    <message>
        <source>To change it: {0}</source>
        <translation>So änderst du es: {0}</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>{0} cannot be opened yet</source>
        <translation>{0} lässt sich noch nicht öffnen</translation>
    </message>
    <message>
        <source>{0} things to change</source>
        <translation>{0} Dinge sind zu ändern</translation>
    </message>
    <message>
        <source>… and {0} more</source>
        <translation>… und {0} weitere</translation>
    </message>
</context>
<context>
    <name>BrokenCards</name>
    <message>
        <source>Apps that cannot be opened yet</source>
        <translation>Apps, die sich noch nicht öffnen lassen</translation>
    </message>
</context>
<context>
    <name>BusyWatch</name>
    <message>
        <source>End it</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>{0} keeps the processor busy. You can wait, or end it.</source>
        <translation>{0} lastet den Prozessor aus. Du kannst warten oder die App beenden.</translation>
    </message>
</context>
<context>
    <name>CallForm</name>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Copy as code</source>
        <translation>Als Code kopieren</translation>
    </message>
    <message>
        <source>It takes no parameters.</source>
        <translation>Er hat keine Parameter.</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>No mini-app runs that could make the call.</source>
        <translation>Es läuft keine Mini-App, die den Aufruf machen könnte.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Send a call</source>
        <translation>Aufruf senden</translation>
    </message>
    <message>
        <source>Waiting for the answer …</source>
        <translation>Warten auf die Antwort …</translation>
    </message>
    <message>
        <source>{0} (optional)</source>
        <translation>{0} (optional)</translation>
    </message>
</context>
<context>
    <name>Capsule</name>
    <message>
        <source>Close this app</source>
        <translation>App schließen</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Share this page</source>
        <translation>Diese Seite teilen</translation>
    </message>
</context>
<context>
    <name>CardControls</name>
    <message>
        <source>Bookmark</source>
        <translation>Merken</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Kommentare</translation>
    </message>
    <message>
        <source>Like</source>
        <translation>Gefällt mir</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Read on {site}</source>
        <translation>Auf {site} lesen</translation>
    </message>
    <message>
        <source>Remove bookmark</source>
        <translation>Nicht mehr merken</translation>
    </message>
    <message>
        <source>Unlike</source>
        <translation>Gefällt mir nicht mehr</translation>
    </message>
    <message>
        <source>{name}, {number}</source>
        <translation>{name}, {number}</translation>
    </message>
</context>
<context>
    <name>ClockSheet</name>
    <message>
        <source>A day is written like 2026-01-31, a time like 12:30.</source>
        <translation>Schreib einen Tag wie 2026-01-31 und eine Zeit wie 12:30.</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>The page&apos;s clock stands at this moment of its time zone. Its timers go on.</source>
        <translation>Die Uhr der Seite steht auf diesem Zeitpunkt ihrer Zeitzone. Ihre Timer laufen weiter.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
</context>
<context>
    <name>CommentRow</name>
    <message>
        <source>Delete this comment</source>
        <translation>Kommentar löschen</translation>
    </message>
</context>
<context>
    <name>CommentsSheet</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Kommentare</translation>
    </message>
    <message>
        <source>No comments yet. Say something kind.</source>
        <translation>Noch keine Kommentare. Schreib etwas Nettes.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Shorten it by {n} characters.</source>
        <translation>Kürze um {n} Zeichen.</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Mehr anzeigen</translation>
    </message>
    <message>
        <source>Write a comment</source>
        <translation>Kommentar schreiben</translation>
    </message>
    <message>
        <source>Your comment</source>
        <translation>Dein Kommentar</translation>
    </message>
</context>
<context>
    <name>ComposerSheet</name>
    <message>
        <source>Add a picture</source>
        <translation>Bild hinzufügen</translation>
    </message>
    <message>
        <source>Attach a page of an app</source>
        <translation>Seite einer App anhängen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation>Entwurf verwerfen</translation>
    </message>
    <message>
        <source>Leave the picture out</source>
        <translation>Bild weglassen</translation>
    </message>
    <message>
        <source>Make a survey</source>
        <translation>Umfrage erstellen</translation>
    </message>
    <message>
        <source>New post</source>
        <translation>Neuer Beitrag</translation>
    </message>
    <message>
        <source>Picture of the page</source>
        <translation>Bild der Seite</translation>
    </message>
    <message>
        <source>Picture of the post</source>
        <translation>Bild des Beitrags</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Posten</translation>
    </message>
    <message>
        <source>Remove picture</source>
        <translation>Bild entfernen</translation>
    </message>
    <message>
        <source>Text of the post</source>
        <translation>Text des Beitrags</translation>
    </message>
    <message>
        <source>This file is no picture that can be shown: choose a PNG, JPEG, WebP or GIF.</source>
        <translation>Diese Datei ist kein Bild, das sich zeigen lässt: Wähle PNG, JPEG, WebP oder GIF.</translation>
    </message>
    <message>
        <source>What would you like to share?</source>
        <translation>Was möchtest du teilen?</translation>
    </message>
    <message>
        <source>{0} characters left</source>
        <translation>Noch {0} Zeichen</translation>
    </message>
    <message>
        <source>{0} characters too many</source>
        <translation>{0} Zeichen zu viel</translation>
    </message>
</context>
<context>
    <name>ConditionSheet</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Übernehmen</translation>
    </message>
</context>
<context>
    <name>Conditions</name>
    <message>
        <source>1 fault</source>
        <translation>1 Störung</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>All granted</source>
        <translation>Alle erlaubt</translation>
    </message>
    <message>
        <source>All refused</source>
        <translation>Alle abgelehnt</translation>
    </message>
    <message>
        <source>As the host</source>
        <translation>Wie Stoa</translation>
    </message>
    <message>
        <source>Ask each time</source>
        <translation>Jedes Mal fragen</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>Anhängen</translation>
    </message>
    <message>
        <source>Bridge</source>
        <translation>Brücke</translation>
    </message>
    <message>
        <source>By language</source>
        <translation>Nach Sprache</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Eigener</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Störungen</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>Fresh</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Voll</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Bleibt</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Launcher</source>
        <translation>Launcher</translation>
    </message>
    <message>
        <source>Left to right</source>
        <translation>Links nach rechts</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>None, as in a browser</source>
        <translation>Keine, wie im Browser</translation>
    </message>
    <message>
        <source>Noon, 1 January 2026 (UTC)</source>
        <translation>12 Uhr, 1. Januar 2026 (UTC)</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Other app</source>
        <translation>Andere App</translation>
    </message>
    <message>
        <source>Pane</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Beitrag</translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation>Reduziert</translation>
    </message>
    <message>
        <source>Right to left</source>
        <translation>Rechts nach links</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>Szene</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Teilen</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>Langsam</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Tablet</source>
        <translation>Tablet</translation>
    </message>
    <message>
        <source>Tester {0}</source>
        <translation>Tester {0}</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>This computer&apos;s</source>
        <translation>Wie der Computer</translation>
    </message>
    <message>
        <source>This host&apos;s</source>
        <translation>Wie Stoa</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Workbench</source>
        <translation>Werkbank</translation>
    </message>
    <message>
        <source>{0} faults</source>
        <translation>{0} Störungen</translation>
    </message>
    <message>
        <source>{0} with data</source>
        <translation>{0} mit Daten</translation>
    </message>
    <message>
        <source>{0}, {1} apart</source>
        <translation>{0}, {1} anders</translation>
    </message>
    <message>
        <source>{0}, {1} down</source>
        <translation>{0}, {1} ausgefallen</translation>
    </message>
</context>
<context>
    <name>ConfirmSheet</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>a question of this app, not of Stoa</source>
        <translation>eine Frage dieser App, nicht von Stoa</translation>
    </message>
    <message>
        <source>{0} asks</source>
        <translation>{0} fragt</translation>
    </message>
</context>
<context>
    <name>ConsentSheet</name>
    <message>
        <source>A private name for this app</source>
        <translation>Ein privater Name nur für diese App</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>Erlauben</translation>
    </message>
    <message>
        <source>Display name and picture</source>
        <translation>Anzeigename und Bild</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>not asked for</source>
        <translation>nicht verlangt</translation>
    </message>
    <message>
        <source>the name on your profile</source>
        <translation>der Name in deinem Profil</translation>
    </message>
    <message>
        <source>{0} sees {1}, never your account or what other apps call you</source>
        <translation>{0} sieht {1}, nie dein Konto oder wie andere Apps dich nennen</translation>
    </message>
    <message>
        <source>{0} wants to know you</source>
        <translation>{0} möchte dich kennen</translation>
    </message>
</context>
<context>
    <name>ConsoleTab</name>
    <message>
        <source>Console</source>
        <translation>Konsole</translation>
    </message>
    <message>
        <source>Nothing written yet</source>
        <translation>Noch nichts geschrieben</translation>
    </message>
    <message>
        <source>Show the source</source>
        <translation>Quelltext zeigen</translation>
    </message>
    <message>
        <source>What the page writes to its console is listed here.</source>
        <translation>Hier steht, was die Seite in ihre Konsole schreibt.</translation>
    </message>
    <message>
        <source>{0} in the DevTools</source>
        <translation>{0} in den DevTools</translation>
    </message>
</context>
<context>
    <name>Device</name>
    <message>
        <source>Close the mini-app</source>
        <translation>Mini-App schließen</translation>
    </message>
    <message>
        <source>What can happen to it</source>
        <translation>Was ihr geschehen kann</translation>
    </message>
</context>
<context>
    <name>ElementsTab</name>
    <message>
        <source>A mini-app that sleeps or is closed has no elements.</source>
        <translation>Eine Mini-App, die schläft oder geschlossen ist, hat keine Elemente.</translation>
    </message>
    <message>
        <source>Chromium&apos;s DevTools. Ctrl+F searches in them, Ctrl+Shift+F in all files.</source>
        <translation>Die DevTools von Chromium. Strg+F sucht darin, Strg+Umschalt+F in allen Dateien.</translation>
    </message>
    <message>
        <source>DevTools</source>
        <translation>DevTools</translation>
    </message>
    <message>
        <source>Elements</source>
        <translation>Elemente</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Nothing to inspect</source>
        <translation>Nichts zu untersuchen</translation>
    </message>
</context>
<context>
    <name>FaultSheet</name>
    <message>
        <source>A delay is 0 to 120000 milliseconds.</source>
        <translation>Eine Verzögerung hat 0 bis 120000 Millisekunden.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Answers late</source>
        <translation>Antwortet spät</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Aufruf</translation>
    </message>
    <message>
        <source>Delay in milliseconds</source>
        <translation>Verzögerung in Millisekunden</translation>
    </message>
    <message>
        <source>Error code</source>
        <translation>Fehlercode</translation>
    </message>
    <message>
        <source>Every call</source>
        <translation>Jeder Aufruf</translation>
    </message>
    <message>
        <source>Fails</source>
        <translation>Schlägt fehl</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Störungen</translation>
    </message>
    <message>
        <source>Is refused</source>
        <translation>Wird abgelehnt</translation>
    </message>
    <message>
        <source>Never answers</source>
        <translation>Antwortet nie</translation>
    </message>
    <message>
        <source>No call goes wrong.</source>
        <translation>Kein Aufruf ist gestört.</translation>
    </message>
    <message>
        <source>Of several faults that meet a call, the first counts. They hold from the next call on.</source>
        <translation>Treffen mehrere Störungen auf einen Aufruf zu, zählt die erste. Sie gelten ab dem nächsten Aufruf.</translation>
    </message>
    <message>
        <source>Remove the fault of {0}</source>
        <translation>Störung von {0} entfernen</translation>
    </message>
    <message>
        <source>What goes wrong</source>
        <translation>Was schiefgeht</translation>
    </message>
    <message>
        <source>answers {0} ms late</source>
        <translation>antwortet {0} ms zu spät</translation>
    </message>
    <message>
        <source>fails with {0}</source>
        <translation>schlägt mit {0} fehl</translation>
    </message>
    <message>
        <source>is refused, as a person might</source>
        <translation>wird abgelehnt, wie von einem Menschen</translation>
    </message>
    <message>
        <source>never answers</source>
        <translation>antwortet nie</translation>
    </message>
</context>
<context>
    <name>Feed</name>
    <message>
        <source>1 new post</source>
        <translation>1 neuer Beitrag</translation>
    </message>
    <message>
        <source>1 vote</source>
        <translation>1 Stimme</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Change answers</source>
        <translation>Antworten ändern</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete this post?</source>
        <translation>Diesen Beitrag löschen?</translation>
    </message>
    <message>
        <source>It goes with its comments and likes, and cannot be brought back.</source>
        <translation>Er verschwindet mit allen Kommentaren und Gefällt-mir-Angaben und lässt sich nicht zurückholen.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Post by {name}, {meta}</source>
        <translation>Beitrag von {name}, {meta}</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>This survey is no longer there.</source>
        <translation>Diese Umfrage gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Vote</source>
        <translation>Abstimmen</translation>
    </message>
    <message>
        <source>With a picture</source>
        <translation>Mit einem Bild</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>closes in 1 day</source>
        <translation>endet in 1 Tag</translation>
    </message>
    <message>
        <source>closes in {n} days</source>
        <translation>endet in {n} Tagen</translation>
    </message>
    <message>
        <source>closes in {n} h</source>
        <translation>endet in {n} Std.</translation>
    </message>
    <message>
        <source>closes in {n} min</source>
        <translation>endet in {n} Min.</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>live</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>place {n}</source>
        <translation>Platz {n}</translation>
    </message>
    <message>
        <source>results after closing</source>
        <translation>Ergebnisse nach dem Ende</translation>
    </message>
    <message>
        <source>right answer</source>
        <translation>richtige Antwort</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>shared from {app}</source>
        <translation>geteilt aus {app}</translation>
    </message>
    <message>
        <source>survey</source>
        <translation>Umfrage</translation>
    </message>
    <message>
        <source>survey from {app}</source>
        <translation>Umfrage aus {app}</translation>
    </message>
    <message>
        <source>you can change your vote</source>
        <translation>du kannst deine Stimme ändern</translation>
    </message>
    <message>
        <source>your choice</source>
        <translation>deine Wahl</translation>
    </message>
    <message>
        <source>{mean} stars on average</source>
        <translation>{mean} Sterne im Schnitt</translation>
    </message>
    <message>
        <source>{n} d</source>
        <translation>{n} Tg.</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} Std.</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} Min.</translation>
    </message>
    <message>
        <source>{n} new posts</source>
        <translation>{n} neue Beiträge</translation>
    </message>
    <message>
        <source>{n} of 5 stars</source>
        <translation>{n} von 5 Sternen</translation>
    </message>
    <message>
        <source>{n} percent</source>
        <translation>{n} Prozent</translation>
    </message>
    <message>
        <source>{n} questions</source>
        <translation>{n} Fragen</translation>
    </message>
    <message>
        <source>{n} votes</source>
        <translation>{n} Stimmen</translation>
    </message>
    <message>
        <source>{n}+ new posts</source>
        <translation>Über {n} neue Beiträge</translation>
    </message>
    <message>
        <source>{n}K</source>
        <translation>{n}&#xa0;Tsd.</translation>
    </message>
    <message>
        <source>{n}M</source>
        <translation>{n}&#xa0;Mio.</translation>
    </message>
</context>
<context>
    <name>FeedHeader</name>
    <message>
        <source>Back to the feed</source>
        <translation>Zurück zum Feed</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>Gemerkt</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Suche schließen</translation>
    </message>
    <message>
        <source>Following</source>
        <translation>Folge ich</translation>
    </message>
    <message>
        <source>For you</source>
        <translation>Für dich</translation>
    </message>
    <message>
        <source>Manage what you follow</source>
        <translation>Verwalten, wem du folgst</translation>
    </message>
    <message>
        <source>My posts</source>
        <translation>Meine Beiträge</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Posten</translation>
    </message>
    <message>
        <source>Search posts</source>
        <translation>Beiträge suchen</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Write a post</source>
        <translation>Beitrag schreiben</translation>
    </message>
</context>
<context>
    <name>FeedList</name>
    <message>
        <source>Posts</source>
        <translation>Beiträge</translation>
    </message>
</context>
<context>
    <name>FeedNotice</name>
    <message>
        <source>Follow a feed</source>
        <translation>Einem Feed folgen</translation>
    </message>
    <message>
        <source>Follow any RSS, Atom or JSON feed by its address, or import a list from another reader.</source>
        <translation>Folge einem RSS-, Atom- oder JSON-Feed über seine Adresse, oder importiere eine Liste aus einem anderen Programm.</translation>
    </message>
    <message>
        <source>No bookmarks</source>
        <translation>Nichts gemerkt</translation>
    </message>
    <message>
        <source>No post has the words “{query}”. Try fewer words, or the beginning of one.</source>
        <translation>Kein Beitrag enthält „{query}“. Versuch es mit weniger Wörtern oder einem Wortanfang.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Hier ist noch nichts</translation>
    </message>
    <message>
        <source>Posts by the people of this computer and the feeds you follow appear here.</source>
        <translation>Hier erscheinen Beiträge der Konten auf diesem Computer und der Feeds, denen du folgst.</translation>
    </message>
    <message>
        <source>Press the bookmark of a post, or B, to find it again here.</source>
        <translation>Drück bei einem Beitrag auf das Lesezeichen oder B, um ihn hier wiederzufinden.</translation>
    </message>
    <message>
        <source>The posts cannot be read</source>
        <translation>Die Beiträge lassen sich nicht lesen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>What you write appears here.</source>
        <translation>Was du schreibst, erscheint hier.</translation>
    </message>
    <message>
        <source>Write a post</source>
        <translation>Beitrag schreiben</translation>
    </message>
    <message>
        <source>Write the first post</source>
        <translation>Ersten Beitrag schreiben</translation>
    </message>
    <message>
        <source>You follow nothing yet</source>
        <translation>Du folgst noch nichts</translation>
    </message>
    <message>
        <source>You have not posted yet</source>
        <translation>Du hast noch nichts gepostet</translation>
    </message>
</context>
<context>
    <name>FeedPane</name>
    <message>
        <source>Feed</source>
        <translation>Feed</translation>
    </message>
</context>
<context>
    <name>FeedSkeleton</name>
    <message>
        <source>Loading posts</source>
        <translation>Beiträge werden geladen</translation>
    </message>
</context>
<context>
    <name>FindingsList</name>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Run checks</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>Score {0} of 100</source>
        <translation>{0} von 100 Punkten</translation>
    </message>
    <message>
        <source>… and {0} more</source>
        <translation>… und {0} weitere</translation>
    </message>
</context>
<context>
    <name>FirstStartSheet</name>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open {0} for the first time?</source>
        <translation>{0} zum ersten Mal öffnen?</translation>
    </message>
    <message>
        <source>What it may ask you for</source>
        <translation>Wonach sie dich fragen darf</translation>
    </message>
    <message>
        <source>What it says about your data</source>
        <translation>Was sie zu deinen Daten sagt</translation>
    </message>
    <message>
        <source>Where it may connect</source>
        <translation>Wohin sie sich verbinden darf</translation>
    </message>
    <message>
        <source>by {0}</source>
        <translation>von {0}</translation>
    </message>
    <message>
        <source>its author is not named</source>
        <translation>ohne Namen des Autors</translation>
    </message>
    <message>
        <source>signed by {0}</source>
        <translation>signiert von {0}</translation>
    </message>
    <message>
        <source>version {0}</source>
        <translation>Version {0}</translation>
    </message>
    <message>
        <source>“Not now” keeps it under Apps, where you can uninstall it.</source>
        <translation>„Jetzt nicht“ lässt sie unter Apps, wo du sie deinstallieren kannst.</translation>
    </message>
</context>
<context>
    <name>FollowingDesk</name>
    <message>
        <source>Export feeds</source>
        <translation>Feeds exportieren</translation>
    </message>
    <message>
        <source>Import feeds</source>
        <translation>Feeds importieren</translation>
    </message>
    <message>
        <source>Lists of feeds (*.opml *.xml)</source>
        <translation>Feed-Listen (*.opml *.xml)</translation>
    </message>
    <message>
        <source>You follow {0} already.</source>
        <translation>Du folgst {0} schon.</translation>
    </message>
    <message>
        <source>You follow {0} now.</source>
        <translation>Du folgst {0} jetzt.</translation>
    </message>
    <message>
        <source>{0} cannot be read: {1}</source>
        <translation>{0} lässt sich nicht lesen: {1}</translation>
    </message>
    <message>
        <source>{0} cannot be written: {1}</source>
        <translation>{0} lässt sich nicht schreiben: {1}</translation>
    </message>
    <message>
        <source>{0} feeds imported</source>
        <translation>Importierte Feeds: {0}</translation>
    </message>
</context>
<context>
    <name>FollowingPage</name>
    <message>
        <source>Address of a site or feed</source>
        <translation>Adresse einer Website oder eines Feeds</translation>
    </message>
    <message>
        <source>Export OPML</source>
        <translation>OPML exportieren</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Follow a site</source>
        <translation>Einer Website folgen</translation>
    </message>
    <message>
        <source>Followed</source>
        <translation>Du folgst</translation>
    </message>
    <message>
        <source>Import OPML</source>
        <translation>OPML importieren</translation>
    </message>
    <message>
        <source>Its posts leave your feed. You can follow it again at any time.</source>
        <translation>Die Beiträge verschwinden aus deinem Feed. Du kannst jederzeit wieder folgen.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird gesucht …</translation>
    </message>
    <message>
        <source>Paste the address of a site you like; its posts then appear in the feed.</source>
        <translation>Füge die Adresse einer Website ein, die du magst; ihre Beiträge erscheinen dann im Feed.</translation>
    </message>
    <message>
        <source>Stop following</source>
        <translation>Nicht mehr folgen</translation>
    </message>
    <message>
        <source>Stop following {0}</source>
        <translation>{0} nicht mehr folgen</translation>
    </message>
    <message>
        <source>Stop following {0}?</source>
        <translation>{0} nicht mehr folgen?</translation>
    </message>
    <message>
        <source>You follow no site yet</source>
        <translation>Du folgst noch keiner Website</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>Any folder with an index.html runs as it is. It is never changed, and reloads whenever you save.</source>
        <translation>Jeder Ordner mit einer index.html läuft, wie er ist. Er wird nie verändert und lädt neu, sobald du speicherst.</translation>
    </message>
    <message>
        <source>Asleep</source>
        <translation>Schläft</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>Crash the renderer</source>
        <translation>Renderer abstürzen lassen</translation>
    </message>
    <message>
        <source>Crashed</source>
        <translation>Abgestürzt</translation>
    </message>
    <message>
        <source>It cannot run yet</source>
        <translation>Sie kann noch nicht laufen</translation>
    </message>
    <message>
        <source>Its page stands still and takes no time, as behind other rooms.</source>
        <translation>Ihre Seite steht still und braucht keine Rechenzeit, wie hinter anderen Apps.</translation>
    </message>
    <message>
        <source>Its renderer ended. Nothing else notices.</source>
        <translation>Ihr Renderer ist am Ende. Sonst merkt niemand etwas davon.</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Open a folder with a mini-app</source>
        <translation>Öffne einen Ordner mit einer Mini-App</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Wieder öffnen</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>Schlafen legen</translation>
    </message>
    <message>
        <source>The mini-app was closed.</source>
        <translation>Die Mini-App wurde geschlossen.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Wake</source>
        <translation>Wecken</translation>
    </message>
</context>
<context>
    <name>FrameSheet</name>
    <message>
        <source>200 to 2000 pixels each. Where the window has less room, the page is drawn smaller.</source>
        <translation>Je 200 bis 2000 Pixel. Wo das Fenster weniger Platz hat, wird die Seite kleiner gezeichnet.</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>Scale in percent</source>
        <translation>Skalierung in Prozent</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Apps that stay awake</source>
        <translation>Apps, die wach bleiben</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Everything works without a mouse. F1 shows how.</source>
        <translation>Alles geht ohne Maus. F1 zeigt, wie.</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>Feed</translation>
    </message>
    <message>
        <source>Invented posts that show what a feed looks like. Your own posts stay.</source>
        <translation>Erfundene Beiträge, die zeigen, wie ein Feed aussieht. Deine eigenen Beiträge bleiben.</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>Keys of your accounts</source>
        <translation>Schlüssel deiner Konten</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Looks and language</source>
        <translation>Aussehen und Sprache</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Of the open ones. The others sleep: they take hardly any memory, and wake where they were.</source>
        <translation>Von den offenen. Die anderen schlafen: Sie belegen kaum Speicher und wachen dort auf, wo sie waren.</translation>
    </message>
    <message>
        <source>Open apps</source>
        <translation>Offene Apps</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the starter content?</source>
        <translation>Beispielbeiträge entfernen?</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>Geheimnisse</translation>
    </message>
    <message>
        <source>Show keys</source>
        <translation>Tasten zeigen</translation>
    </message>
    <message>
        <source>Starter content</source>
        <translation>Beispielbeiträge</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Takes effect at the next start.</source>
        <translation>Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>The invented posts go for good. Your own posts and what you follow stay.</source>
        <translation>Die erfundenen Beiträge verschwinden endgültig. Deine eigenen und alles, dem du folgst, bleiben.</translation>
    </message>
    <message>
        <source>Things glide and fade.</source>
        <translation>Dinge gleiten und blenden über.</translation>
    </message>
</context>
<context>
    <name>HealthTab</name>
    <message>
        <source>As it was when it ended, at {0}</source>
        <translation>Wie sie am Ende war, um {0}</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Elements</source>
        <translation>Elemente</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>First content</source>
        <translation>Erster Inhalt</translation>
    </message>
    <message>
        <source>First paint</source>
        <translation>Erstes Bild</translation>
    </message>
    <message>
        <source>First text or picture</source>
        <translation>Erster Text oder erstes Bild der Seite</translation>
    </message>
    <message>
        <source>Frames a second</source>
        <translation>Bilder pro Sekunde</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>In the document now</source>
        <translation>Zurzeit im Dokument</translation>
    </message>
    <message>
        <source>JavaScript heap</source>
        <translation>JavaScript-Heap</translation>
    </message>
    <message>
        <source>Loaded</source>
        <translation>Geladen</translation>
    </message>
    <message>
        <source>Long tasks</source>
        <translation>Lange Aufgaben</translation>
    </message>
    <message>
        <source>Longest task</source>
        <translation>Längste Aufgabe</translation>
    </message>
    <message>
        <source>Measured at {0}</source>
        <translation>Gemessen um {0}</translation>
    </message>
    <message>
        <source>Measured every second while this tab is shown.</source>
        <translation>Jede Sekunde gemessen, solange dieser Tab zu sehen ist.</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Number of its process</source>
        <translation>Nummer seines Prozesses</translation>
    </message>
    <message>
        <source>Of one core, since the last measurement</source>
        <translation>Von einem Kern, seit der letzten Messung</translation>
    </message>
    <message>
        <source>Over 50 ms; nothing answers meanwhile</source>
        <translation>Über 50 ms; solange antwortet nichts</translation>
    </message>
    <message>
        <source>Proportional set size of its renderer</source>
        <translation>Anteiliger Speicher (PSS) ihres Renderers</translation>
    </message>
    <message>
        <source>Renderer</source>
        <translation>Renderer</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search in {0}</source>
        <translation>In {0} suchen</translation>
    </message>
    <message>
        <source>Since the page was asked for</source>
        <translation>Seit dem Abruf der Seite</translation>
    </message>
    <message>
        <source>Used by its scripts</source>
        <translation>Von ihren Skripten belegt</translation>
    </message>
    <message>
        <source>What an animation gets now, over half a second</source>
        <translation>Was eine Animation zurzeit bekommt, über eine halbe Sekunde</translation>
    </message>
    <message>
        <source>With all its files</source>
        <translation>Mit allen Dateien</translation>
    </message>
</context>
<context>
    <name>HostQuestionSheet</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>JumpRow</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open {title}, {subtitle}</source>
        <translation>{title} öffnen, {subtitle}</translation>
    </message>
</context>
<context>
    <name>KeysSheet</name>
    <message>
        <source>A page down or up</source>
        <translation>Seitenweise blättern</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>Merken</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the app</source>
        <translation>App schließen</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>Feed</translation>
    </message>
    <message>
        <source>Go between feed and app</source>
        <translation>Zwischen Feed und App wechseln</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>Like</source>
        <translation>Gefällt mir</translation>
    </message>
    <message>
        <source>Load a folder</source>
        <translation>Ordner laden</translation>
    </message>
    <message>
        <source>Menu of the tab that has the focus</source>
        <translation>Menü des Tabs mit dem Fokus</translation>
    </message>
    <message>
        <source>Newest posts</source>
        <translation>Neueste Beiträge</translation>
    </message>
    <message>
        <source>Next and previous post</source>
        <translation>Nächster und voriger Beitrag</translation>
    </message>
    <message>
        <source>Next and previous tab</source>
        <translation>Nächster und voriger Tab</translation>
    </message>
    <message>
        <source>Open apps</source>
        <translation>Offene Apps</translation>
    </message>
    <message>
        <source>Open the page of a post</source>
        <translation>Seite eines Beitrags öffnen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Reload its page</source>
        <translation>Seite neu laden</translation>
    </message>
    <message>
        <source>Search apps, or paste a link</source>
        <translation>Apps suchen oder Link einfügen</translation>
    </message>
    <message>
        <source>Search posts</source>
        <translation>Beiträge suchen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>Diese Liste</translation>
    </message>
    <message>
        <source>Write a post</source>
        <translation>Beitrag schreiben</translation>
    </message>
</context>
<context>
    <name>LanguageSheet</name>
    <message>
        <source>As in the web: en, pt-BR, zh-Hant-TW. Empty is the host&apos;s own.</source>
        <translation>Wie im Web: en, pt-BR, zh-Hant-TW. Leer ist die Sprache von Stoa.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Language tag</source>
        <translation>Sprachkürzel</translation>
    </message>
</context>
<context>
    <name>Launcher</name>
    <message>
        <source>A link to a page of an app</source>
        <translation>Ein Link zur Seite einer App</translation>
    </message>
    <message>
        <source>All apps</source>
        <translation>Alle Apps</translation>
    </message>
    <message>
        <source>App settings</source>
        <translation>App-Einstellungen</translation>
    </message>
    <message>
        <source>Apps</source>
        <translation>Apps</translation>
    </message>
    <message>
        <source>Ctrl K</source>
        <translation>Strg K</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Load a folder that has an index.html in it, or drop one here.</source>
        <translation>Lade einen Ordner mit einer index.html, oder zieh ihn hierher.</translation>
    </message>
    <message>
        <source>Load folder</source>
        <translation>Ordner laden</translation>
    </message>
    <message>
        <source>Look for another word, or load a folder that has an index.html in it.</source>
        <translation>Such nach einem anderen Wort, oder lade einen Ordner mit einer index.html.</translation>
    </message>
    <message>
        <source>No app is called “{0}”</source>
        <translation>Keine App heißt „{0}“</translation>
    </message>
    <message>
        <source>No apps yet</source>
        <translation>Noch keine Apps</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open in workbench</source>
        <translation>Auf der Werkbank öffnen</translation>
    </message>
    <message>
        <source>Press Enter to open it.</source>
        <translation>Drück die Eingabetaste, um sie zu öffnen.</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Search apps, or paste a link</source>
        <translation>Apps suchen oder Link einfügen</translation>
    </message>
    <message>
        <source>This link cannot be opened</source>
        <translation>Dieser Link lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>Uninstall</source>
        <translation>Deinstallieren</translation>
    </message>
</context>
<context>
    <name>LauncherDesk</name>
    <message>
        <source>Its files stay where they are; what it stored here is deleted.</source>
        <translation>Ihre Dateien bleiben, wo sie sind; was sie hier gespeichert hat, wird gelöscht.</translation>
    </message>
    <message>
        <source>Open a mini-app folder</source>
        <translation>Ordner einer Mini-App öffnen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove {0}?</source>
        <translation>{0} entfernen?</translation>
    </message>
    <message>
        <source>The app, and what it stored for every account, are deleted.</source>
        <translation>Die App und alles, was sie für jedes Konto gespeichert hat, werden gelöscht.</translation>
    </message>
    <message>
        <source>The apps that came with Stoa stay.</source>
        <translation>Die mitgelieferten Apps bleiben.</translation>
    </message>
    <message>
        <source>from folder</source>
        <translation>aus Ordner</translation>
    </message>
</context>
<context>
    <name>LeftClosed</name>
    <message>
        <source>If one of {0} was the reason, Stoa may close again. Nothing that was saved is lost by it; what you are writing in other apps may be.</source>
        <translation>Wenn eine dieser Apps der Grund war ({0}), kann Stoa wieder abstürzen. Gespeichertes geht dabei nicht verloren; was du gerade in anderen Apps schreibst, vielleicht schon.</translation>
    </message>
    <message>
        <source>If {0} was the reason, Stoa may close again. Nothing that was saved is lost by it; what you are writing in other apps may be.</source>
        <translation>Wenn {0} der Grund war, kann Stoa wieder abstürzen. Gespeichertes geht dabei nicht verloren; was du gerade in anderen Apps schreibst, vielleicht schon.</translation>
    </message>
    <message>
        <source>Open them</source>
        <translation>Alle öffnen</translation>
    </message>
    <message>
        <source>Open these apps again?</source>
        <translation>Diese Apps wieder öffnen?</translation>
    </message>
    <message>
        <source>Open {0}</source>
        <translation>{0} öffnen</translation>
    </message>
    <message>
        <source>Open {0} again?</source>
        <translation>{0} wieder öffnen?</translation>
    </message>
    <message>
        <source>Stoa closed unexpectedly while {0} was open. {0} was left closed.</source>
        <translation>Stoa wurde unerwartet beendet, während {0} offen war. {0} bleibt geschlossen.</translation>
    </message>
    <message>
        <source>Stoa closed unexpectedly while {0} were open. They were left closed.</source>
        <translation>Stoa wurde unerwartet beendet, während {0} offen waren. Sie bleiben geschlossen.</translation>
    </message>
    <message>
        <source>Stoa closed unexpectedly. No app was open in front, so none was left closed.</source>
        <translation>Stoa wurde unerwartet beendet. Keine App war vorn, darum bleibt keine geschlossen.</translation>
    </message>
</context>
<context>
    <name>LinkSheet</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Hier bleiben</translation>
    </message>
    <message>
        <source>in your browser, outside Stoa</source>
        <translation>in deinem Browser, außerhalb von Stoa</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>nicht verschlüsselt</translation>
    </message>
    <message>
        <source>{0} wants to open a web page</source>
        <translation>{0} möchte eine Webseite öffnen</translation>
    </message>
</context>
<context>
    <name>LogTab</name>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search in {0}</source>
        <translation>In {0} suchen</translation>
    </message>
</context>
<context>
    <name>MenuButton</name>
    <message>
        <source>More about this post</source>
        <translation>Mehr zu diesem Beitrag</translation>
    </message>
</context>
<context>
    <name>NameSheet</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Others on this machine see it beside your posts. Apps see it only if you let them.</source>
        <translation>Andere auf diesem Computer sehen ihn neben deinen Beiträgen. Apps sehen ihn nur, wenn du es erlaubst.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>No app {0} is installed here.</source>
        <translation>Hier ist keine App {0} installiert.</translation>
    </message>
    <message>
        <source>This app is not here any more.</source>
        <translation>Diese App gibt es hier nicht mehr.</translation>
    </message>
    <message>
        <source>{0} apps are installed.</source>
        <translation>{0} Apps sind installiert.</translation>
    </message>
    <message>
        <source>{0} is installed with the same id: links open that one, not this folder.</source>
        <translation>{0} ist mit derselben Kennung installiert: Links öffnen diese App, nicht den Ordner.</translation>
    </message>
    <message>
        <source>{0} is installed: you find it under Apps.</source>
        <translation>{0} ist installiert: Du findest die App unter Apps.</translation>
    </message>
    <message>
        <source>{0} is now version {1}.</source>
        <translation>{0} ist jetzt Version {1}.</translation>
    </message>
    <message>
        <source>{0} was not opened: answer what is asked here first, then open it again.</source>
        <translation>{0} wurde nicht geöffnet: Beantworte erst, was hier gefragt wird, und öffne es dann noch einmal.</translation>
    </message>
</context>
<context>
    <name>NetworkSheet</name>
    <message>
        <source>Down, in kbit/s</source>
        <translation>Herunter, in kbit/s</translation>
    </message>
    <message>
        <source>Hosts that are down, one a line</source>
        <translation>Ausgefallene Server, einer je Zeile</translation>
    </message>
    <message>
        <source>Latency when slow, in milliseconds</source>
        <translation>Latenz bei langsamem Netz, in Millisekunden</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>Langsam</translation>
    </message>
    <message>
        <source>State of the network</source>
        <translation>Zustand des Netzes</translation>
    </message>
    <message>
        <source>Up, in kbit/s</source>
        <translation>Hinauf, in kbit/s</translation>
    </message>
</context>
<context>
    <name>NetworkTab</name>
    <message>
        <source>Every file and address the mini-app asks for is listed here.</source>
        <translation>Hier steht jede Datei und jede Adresse, die die Mini-App abruft.</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>No requests yet</source>
        <translation>Noch keine Anfragen</translation>
    </message>
    <message>
        <source>Refused by</source>
        <translation>Abgelehnt von</translation>
    </message>
    <message>
        <source>Request headers</source>
        <translation>Kopfzeilen der Anfrage</translation>
    </message>
    <message>
        <source>Response headers</source>
        <translation>Kopfzeilen der Antwort</translation>
    </message>
    <message>
        <source>What would change it</source>
        <translation>Was das ändern würde</translation>
    </message>
</context>
<context>
    <name>OtherPrograms</name>
    <message>
        <source>No program here opened {0}</source>
        <translation>Kein Programm hat {0} geöffnet</translation>
    </message>
</context>
<context>
    <name>PageAttachment</name>
    <message>
        <source>Remove the page</source>
        <translation>Seite entfernen</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Jemand</translation>
    </message>
    <message>
        <source>This post is not here any more.</source>
        <translation>Diesen Beitrag gibt es hier nicht mehr.</translation>
    </message>
    <message>
        <source>{0} answered your survey</source>
        <translation>{0} hat an deiner Umfrage teilgenommen</translation>
    </message>
    <message>
        <source>{0} commented</source>
        <translation>{0} hat kommentiert</translation>
    </message>
    <message>
        <source>{0} likes your post</source>
        <translation>{0} gefällt dein Beitrag</translation>
    </message>
    <message>
        <source>{0} new answers to your survey</source>
        <translation>{0} neue Antworten auf deine Umfrage</translation>
    </message>
</context>
<context>
    <name>Permission</name>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Clipboard</source>
        <translation>Zwischenablage</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Mikrofon</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Sharing</source>
        <translation>Teilen</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Surveys</source>
        <translation>Umfragen</translation>
    </message>
    <message>
        <source>know where this device is</source>
        <translation>wissen, wo dieses Gerät ist</translation>
    </message>
    <message>
        <source>know you under a private name</source>
        <translation>dich unter einem privaten Namen kennen</translation>
    </message>
    <message>
        <source>make surveys and vote in your name</source>
        <translation>Umfragen erstellen und in deinem Namen abstimmen</translation>
    </message>
    <message>
        <source>open and save files you choose</source>
        <translation>Dateien öffnen und speichern, die du auswählst</translation>
    </message>
    <message>
        <source>read the clipboard</source>
        <translation>die Zwischenablage lesen</translation>
    </message>
    <message>
        <source>share its pages with you as posts you approve</source>
        <translation>ihre Seiten als Beiträge teilen, die du freigibst</translation>
    </message>
    <message>
        <source>show notifications</source>
        <translation>Benachrichtigungen zeigen</translation>
    </message>
    <message>
        <source>use the camera</source>
        <translation>die Kamera benutzen</translation>
    </message>
    <message>
        <source>use the microphone</source>
        <translation>das Mikrofon benutzen</translation>
    </message>
</context>
<context>
    <name>PermissionSheet</name>
    <message>
        <source>Allow once</source>
        <translation>Einmal erlauben</translation>
    </message>
    <message>
        <source>Always allow</source>
        <translation>Immer erlauben</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>Without your answer it cannot.</source>
        <translation>Ohne deine Antwort kann sie das nicht.</translation>
    </message>
    <message>
        <source>{0} says why</source>
        <translation>{0} nennt den Grund</translation>
    </message>
    <message>
        <source>{0} wants to {1}</source>
        <translation>{0} möchte {1}</translation>
    </message>
</context>
<context>
    <name>PermissionsSheet</name>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Granted</source>
        <translation>Erlaubt</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>The manifest asks for no permission, and what it does not ask for stays refused.</source>
        <translation>Das Manifest verlangt keine Berechtigung, und was es nicht verlangt, bleibt abgelehnt.</translation>
    </message>
</context>
<context>
    <name>PictureButton</name>
    <message>
        <source>Show the whole picture</source>
        <translation>Ganzes Bild zeigen</translation>
    </message>
</context>
<context>
    <name>PictureSheet</name>
    <message>
        <source>Close the picture</source>
        <translation>Bild schließen</translation>
    </message>
    <message>
        <source>Picture by {0}</source>
        <translation>Bild von {0}</translation>
    </message>
</context>
<context>
    <name>PostMenu</name>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Text kopieren</translation>
    </message>
    <message>
        <source>Delete post…</source>
        <translation>Beitrag löschen …</translation>
    </message>
    <message>
        <source>Export votes…</source>
        <translation>Stimmen exportieren …</translation>
    </message>
    <message>
        <source>Open {site}</source>
        <translation>{site} öffnen</translation>
    </message>
    <message>
        <source>Remove all sample posts</source>
        <translation>Alle Beispielbeiträge entfernen</translation>
    </message>
    <message>
        <source>Share to an app…</source>
        <translation>Mit einer App teilen …</translation>
    </message>
</context>
<context>
    <name>ProfilePanel</name>
    <message>
        <source>As a newcomer</source>
        <translation>Wie neu angekommen</translation>
    </message>
    <message>
        <source>Asleep</source>
        <translation>Schläft</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Bedingungen</translation>
    </message>
    <message>
        <source>Crash the renderer</source>
        <translation>Renderer abstürzen lassen</translation>
    </message>
    <message>
        <source>Crashed</source>
        <translation>Abgestürzt</translation>
    </message>
    <message>
        <source>Fewer conditions</source>
        <translation>Weniger Bedingungen</translation>
    </message>
    <message>
        <source>Hangs</source>
        <translation>Hängt</translation>
    </message>
    <message>
        <source>Launch profiles</source>
        <translation>Startprofile</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Lädt</translation>
    </message>
    <message>
        <source>More conditions</source>
        <translation>Mehr Bedingungen</translation>
    </message>
    <message>
        <source>More …</source>
        <translation>Mehr …</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Renderer</source>
        <translation>Renderer</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Simulate</source>
        <translation>Simulieren</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>Schlafen legen</translation>
    </message>
    <message>
        <source>Wake</source>
        <translation>Wecken</translation>
    </message>
    <message>
        <source>Workbench</source>
        <translation>Werkbank</translation>
    </message>
</context>
<context>
    <name>ProfileSheet</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Every condition of a run, as it is exported. What is left out has its default: frame sizes, single hosts that are down, answers to single permissions, start data, and faults of single calls belong here.</source>
        <translation>Alle Bedingungen eines Laufs, wie sie exportiert werden. Was fehlt, hat seinen Standardwert: Hierher gehören Rahmengrößen, einzelne ausgefallene Server, Antworten auf einzelne Berechtigungen, Anfangsdaten und Störungen einzelner Aufrufe.</translation>
    </message>
    <message>
        <source>Launch profile</source>
        <translation>Startprofil</translation>
    </message>
    <message>
        <source>Launch profile as JSON</source>
        <translation>Startprofil als JSON</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Übernehmen</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Chromium&apos;s sandbox is off (--no-sandbox): open only mini-apps you trust.</source>
        <translation>Die Sandbox von Chromium ist aus (--no-sandbox): Öffne nur Mini-Apps, denen du vertraust.</translation>
    </message>
    <message>
        <source>The database was damaged. It was kept as {0}, and a new one was begun.</source>
        <translation>Die Datenbank war beschädigt. Sie liegt nun als {0}, und eine neue ist angelegt.</translation>
    </message>
</context>
<context>
    <name>QuestionEditor</name>
    <message>
        <source>Add option</source>
        <translation>Option hinzufügen</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>Mindestens</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>Explanation, shown after voting</source>
        <translation>Erklärung, erscheint nach dem Abstimmen</translation>
    </message>
    <message>
        <source>Free text</source>
        <translation>Freitext</translation>
    </message>
    <message>
        <source>Kind of question</source>
        <translation>Art der Frage</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Must be answered</source>
        <translation>Pflichtfrage</translation>
    </message>
    <message>
        <source>One choice</source>
        <translation>Einfachauswahl</translation>
    </message>
    <message>
        <source>Option {0}</source>
        <translation>Option {0}</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Question {0}</source>
        <translation>Frage {0}</translation>
    </message>
    <message>
        <source>Ranking</source>
        <translation>Rangfolge</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Remove option {0}</source>
        <translation>Option {0} entfernen</translation>
    </message>
    <message>
        <source>Remove question</source>
        <translation>Frage entfernen</translation>
    </message>
    <message>
        <source>Right answer: option {0}</source>
        <translation>Richtige Antwort: Option {0}</translation>
    </message>
    <message>
        <source>Several choices</source>
        <translation>Mehrfachauswahl</translation>
    </message>
    <message>
        <source>What would you like to know?</source>
        <translation>Was möchtest du wissen?</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Apps</source>
        <translation>Apps</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>Feed</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Orte</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Workbench</source>
        <translation>Werkbank</translation>
    </message>
</context>
<context>
    <name>RailItem</name>
    <message>
        <source>{0}, {1} new</source>
        <translation>{0}, {1} neu</translation>
    </message>
</context>
<context>
    <name>RecordBar</name>
    <message>
        <source>Record</source>
        <translation>Aufnehmen</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Save as test</source>
        <translation>Als Test speichern</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message>
        <source>&quot;{0}&quot; was changed after its author signed the package: get it again from its author.</source>
        <translation>„{0}“ wurde geändert, nachdem der Autor das Paket signiert hat: Hol es noch einmal vom Autor.</translation>
    </message>
    <message>
        <source>A Stoa link looks like stoa://org.example.recipes/page: it starts with stoa://.</source>
        <translation>Ein Stoa-Link sieht aus wie stoa://org.example.recipes/page: Er beginnt mit stoa://.</translation>
    </message>
    <message>
        <source>Another program is using {0}: close the other Stoa window or program and try again.</source>
        <translation>Ein anderes Programm benutzt {0}: Schließ das andere Stoa-Fenster oder Programm und versuch es noch einmal.</translation>
    </message>
    <message>
        <source>Answer at least one question.</source>
        <translation>Beantworte mindestens eine Frage.</translation>
    </message>
    <message>
        <source>Choose a smaller picture: this one has more than {0} MB.</source>
        <translation>Wähle ein kleineres Bild: Dieses hat mehr als {0} MB.</translation>
    </message>
    <message>
        <source>Choose a smaller picture: this one has more than {0} million pixels.</source>
        <translation>Wähle ein kleineres Bild: Dieses hat mehr als {0} Millionen Pixel.</translation>
    </message>
    <message>
        <source>Give the address of a feed or web page, like https://example.org/feed.xml.</source>
        <translation>Gib die Adresse eines Feeds oder einer Webseite an, zum Beispiel https://example.org/feed.xml.</translation>
    </message>
    <message>
        <source>Keys are kept in files that only you can read, in {0}: this system has no keyring.</source>
        <translation>Die Schlüssel liegen in Dateien, die nur du lesen kannst, in {0}: Dieses System hat keinen Schlüsselbund.</translation>
    </message>
    <message>
        <source>Keys are kept in the keyring of this system, which cannot be reached now: signing in has to wait.</source>
        <translation>Die Schlüssel liegen im Schlüsselbund dieses Systems, der gerade nicht erreichbar ist: Anmelden muss warten.</translation>
    </message>
    <message>
        <source>Keys are kept in the keyring of this system.</source>
        <translation>Die Schlüssel liegen im Schlüsselbund dieses Systems.</translation>
    </message>
    <message>
        <source>Leave name and password out of the address: they would be kept readable.</source>
        <translation>Lass Name und Passwort in der Adresse weg: Sie würden lesbar gespeichert.</translation>
    </message>
    <message>
        <source>Question {0}: answer it, it is required.</source>
        <translation>Frage {0}: Beantworte sie, sie ist Pflicht.</translation>
    </message>
    <message>
        <source>Shorten the comment to {0} characters: it has {1}.</source>
        <translation>Kürze den Kommentar auf {0} Zeichen: Er hat {1}.</translation>
    </message>
    <message>
        <source>Shorten the text to {0} characters: it has {1}.</source>
        <translation>Kürze den Text auf {0} Zeichen: Er hat {1}.</translation>
    </message>
    <message>
        <source>Stoa cannot write to {0}: allow writing to that file and its folder, or choose another folder with --data-dir.</source>
        <translation>Stoa kann {0} nicht beschreiben: Erlaube das Schreiben in Datei und Ordner, oder wähle mit --data-dir einen anderen.</translation>
    </message>
    <message>
        <source>The database {0} is damaged: start Stoa again, which moves it aside and tells its name.</source>
        <translation>Die Datenbank {0} ist beschädigt: Starte Stoa neu; sie wird dann beiseitegelegt und dir genannt.</translation>
    </message>
    <message>
        <source>The disk that holds {0} could not be read or written: check that it is connected and healthy.</source>
        <translation>Der Datenträger mit {0} ließ sich nicht lesen oder beschreiben: Prüfe, ob er verbunden und in Ordnung ist.</translation>
    </message>
    <message>
        <source>The disk that holds {0} is full: free some space and try again.</source>
        <translation>Der Datenträger mit {0} ist voll: Schaff etwas Platz und versuch es noch einmal.</translation>
    </message>
    <message>
        <source>The file is no Stoa package: make one with `stoa pack FOLDER`.</source>
        <translation>Die Datei ist kein Stoa-Paket: Erstelle eins mit `stoa pack ORDNER`.</translation>
    </message>
    <message>
        <source>The name has {0} characters: shorten it to {1}.</source>
        <translation>Der Name hat {0} Zeichen: Kürze ihn auf {1}.</translation>
    </message>
    <message>
        <source>The name is empty: write at least one letter.</source>
        <translation>Der Name ist leer: Schreib mindestens einen Buchstaben.</translation>
    </message>
    <message>
        <source>The package is damaged or cut off, or is no plain zip file: get or pack it again.</source>
        <translation>Das Paket ist beschädigt, unvollständig oder keine einfache Zip-Datei: Lade oder packe es neu.</translation>
    </message>
    <message>
        <source>The signature cannot be read: update Stoa, or get it again from its author.</source>
        <translation>Die Signatur ist nicht lesbar: Aktualisiere Stoa, oder hol das Paket noch einmal vom Autor.</translation>
    </message>
    <message>
        <source>The signature on {0} does not hold: it was changed after it was signed, or signed for another app or version; get it again from its author.</source>
        <translation>Die Signatur von {0} gilt nicht: Das Paket wurde nach dem Signieren geändert oder für eine andere App oder Version signiert; hol es noch einmal vom Autor.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring did not answer: unlock it, or start it, and try again.</source>
        <translation>Der Schlüsselbund des Systems antwortet nicht: Entsperre oder starte ihn und versuch es noch einmal.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring did not keep the key: check that it is set up.</source>
        <translation>Der Schlüsselbund des Systems hat den Schlüssel nicht behalten: Prüfe, ob er eingerichtet ist.</translation>
    </message>
    <message>
        <source>There is no such survey here: it was removed, or it is another mini-app&apos;s.</source>
        <translation>Diese Umfrage gibt es hier nicht: Sie wurde entfernt oder gehört einer anderen Mini-App.</translation>
    </message>
    <message>
        <source>This account is gone: choose another one.</source>
        <translation>Dieses Konto gibt es nicht mehr: Wähle ein anderes.</translation>
    </message>
    <message>
        <source>This address gives a JSON document that is not a JSON Feed: check the address.</source>
        <translation>Unter dieser Adresse ist ein JSON-Dokument, aber kein JSON Feed: Prüfe die Adresse.</translation>
    </message>
    <message>
        <source>This address gives a web page: look for the address of its feed (RSS, Atom or JSON).</source>
        <translation>Unter dieser Adresse ist eine Webseite: Such die Adresse ihres Feeds (RSS, Atom oder JSON).</translation>
    </message>
    <message>
        <source>This address gives something that is not a feed: look for the address of its feed (RSS, Atom or JSON).</source>
        <translation>Unter dieser Adresse ist kein Feed: Such die Adresse des Feeds (RSS, Atom oder JSON).</translation>
    </message>
    <message>
        <source>This file is not an OPML list of feeds: choose the file the other reader exported.</source>
        <translation>Diese Datei ist keine OPML-Feed-Liste: Wähle die Datei, die das andere Programm exportiert hat.</translation>
    </message>
    <message>
        <source>This file is not an OPML list of feeds: export it again from the other reader.</source>
        <translation>Diese Datei ist keine OPML-Feed-Liste: Exportiere sie noch einmal aus dem anderen Programm.</translation>
    </message>
    <message>
        <source>This is the only account: add another one before you remove it.</source>
        <translation>Das ist das einzige Konto: Füge ein anderes hinzu, bevor du es entfernst.</translation>
    </message>
    <message>
        <source>This list has more than {0} feeds: split it and import the parts.</source>
        <translation>Diese Liste hat mehr als {0} Feeds: Teile sie und importiere die Teile.</translation>
    </message>
    <message>
        <source>This list of feeds is larger than 5 MB: split it and import the parts.</source>
        <translation>Diese Feed-Liste ist größer als 5 MB: Teile sie und importiere die Teile.</translation>
    </message>
    <message>
        <source>This package of {0} is not signed, and Stoa knows {1} by the key {2}: it may come from somebody else. Ask its author for a signed one.</source>
        <translation>Dieses Paket von {0} ist nicht signiert, und Stoa kennt {1} am Schlüssel {2}: Es kann von jemand anderem stammen. Bitte den Autor um ein signiertes.</translation>
    </message>
    <message>
        <source>This package of {0} is signed with the key {1}, and Stoa knows {2} by the key {3}: it may come from somebody else. Ask its author. If it is right, uninstall the app, forget its key at the end of Settings, Apps, and install it again.</source>
        <translation>Dieses Paket von {0} ist mit dem Schlüssel {1} signiert, und Stoa kennt {2} am Schlüssel {3}: Es kann von jemand anderem stammen. Frag den Autor. Wenn es stimmt, deinstalliere die App, vergiss ihren Schlüssel am Ende von Einstellungen → Apps und installiere sie noch einmal.</translation>
    </message>
    <message>
        <source>This picture cannot be read: choose another PNG, JPEG, WebP or GIF file.</source>
        <translation>Dieses Bild lässt sich nicht lesen: Wähle eine andere PNG-, JPEG-, WebP- oder GIF-Datei.</translation>
    </message>
    <message>
        <source>This post was deleted, so it takes no more comments.</source>
        <translation>Dieser Beitrag wurde gelöscht und nimmt keine Kommentare mehr an.</translation>
    </message>
    <message>
        <source>This survey is closed: it takes no more votes.</source>
        <translation>Diese Umfrage ist beendet und nimmt keine Stimmen mehr an.</translation>
    </message>
    <message>
        <source>Write something before sending the comment.</source>
        <translation>Schreib etwas, bevor du den Kommentar sendest.</translation>
    </message>
    <message>
        <source>Write something, add a picture, attach a page or make a survey before posting.</source>
        <translation>Schreib etwas, füge ein Bild hinzu, häng eine Seite an oder erstelle eine Umfrage, bevor du postest.</translation>
    </message>
    <message>
        <source>You have voted in this survey, and it does not let votes be changed.</source>
        <translation>Du hast hier schon abgestimmt, und in dieser Umfrage lassen sich Stimmen nicht ändern.</translation>
    </message>
    <message>
        <source>{0} answers in a way that cannot be understood: check the address.</source>
        <translation>{0} antwortet unverständlich: Prüfe die Adresse.</translation>
    </message>
    <message>
        <source>{0} came with Stoa and cannot be uninstalled.</source>
        <translation>{0} gehört zu Stoa und lässt sich nicht deinstallieren.</translation>
    </message>
    <message>
        <source>{0} cannot be reached: check the address and your connection to the internet.</source>
        <translation>{0} ist nicht erreichbar: Prüfe die Adresse und deine Internetverbindung.</translation>
    </message>
    <message>
        <source>{0} cannot be read: choose another file.</source>
        <translation>{0} lässt sich nicht lesen: Wähle eine andere Datei.</translation>
    </message>
    <message>
        <source>{0} does not answer in time; Stoa tries again later.</source>
        <translation>{0} antwortet nicht rechtzeitig; Stoa versucht es später wieder.</translation>
    </message>
    <message>
        <source>{0} does not give this to everybody ({1}): it may want a sign-in.</source>
        <translation>{0} gibt das nicht jedem ({1}): Vielleicht ist eine Anmeldung nötig.</translation>
    </message>
    <message>
        <source>{0} gives a JSON document that cannot be read.</source>
        <translation>{0} liefert ein JSON-Dokument, das sich nicht lesen lässt.</translation>
    </message>
    <message>
        <source>{0} gives a feed that cannot be read.</source>
        <translation>{0} liefert einen Feed, der sich nicht lesen lässt.</translation>
    </message>
    <message>
        <source>{0} gives a feed that declares entities, which Stoa does not read.</source>
        <translation>{0} liefert einen Feed mit eigenen Entitäten; die liest Stoa nicht.</translation>
    </message>
    <message>
        <source>{0} gives an empty document instead of a feed.</source>
        <translation>{0} liefert ein leeres Dokument statt eines Feeds.</translation>
    </message>
    <message>
        <source>{0} gives more than {1} MB: too large to read.</source>
        <translation>{0} liefert mehr als {1} MB: zu groß zum Lesen.</translation>
    </message>
    <message>
        <source>{0} has nothing at this address ({1}): check the address.</source>
        <translation>{0} hat nichts unter dieser Adresse ({1}): Prüfe die Adresse.</translation>
    </message>
    <message>
        <source>{0} has trouble answering ({1}); Stoa tries again later.</source>
        <translation>{0} hat Schwierigkeiten zu antworten ({1}); Stoa versucht es später wieder.</translation>
    </message>
    <message>
        <source>{0} is not a folder: choose a folder with an index.html, or a .ma package.</source>
        <translation>{0} ist kein Ordner: Wähle einen Ordner mit einer index.html oder ein .ma-Paket.</translation>
    </message>
    <message>
        <source>{0} is not a package file: choose a file that ends with .ma.</source>
        <translation>{0} ist keine Paketdatei: Wähle eine Datei, die auf .ma endet.</translation>
    </message>
    <message>
        <source>{0} is not there any more, or cannot be read: choose another folder.</source>
        <translation>{0} gibt es nicht mehr oder lässt sich nicht lesen: Wähle einen anderen Ordner.</translation>
    </message>
    <message>
        <source>{0} is signed with the key {1}, which its manifest.json does not name: get it again from its author.</source>
        <translation>{0} ist mit dem Schlüssel {1} signiert, den die manifest.json darin nicht nennt: Hol das Paket noch einmal vom Autor.</translation>
    </message>
    <message>
        <source>{0} names its author&apos;s key, and yet is not signed: get it again from its author, or, if you are its author, pack it with `stoa pack FOLDER --key FILE`.</source>
        <translation>{0} nennt den Schlüssel des Autors und ist doch nicht signiert: Hol das Paket noch einmal vom Autor, oder packe es, wenn du das bist, mit `stoa pack ORDNER --key DATEI`.</translation>
    </message>
    <message>
        <source>{0} redirects more than {1} times: check the address.</source>
        <translation>{0} leitet mehr als {1}-mal weiter: Prüfe die Adresse.</translation>
    </message>
    <message>
        <source>{0} sends to an address Stoa does not open: check the address.</source>
        <translation>{0} verweist auf eine Adresse, die Stoa nicht öffnet: Prüfe die Adresse.</translation>
    </message>
    <message>
        <source>{0} was changed on this machine after it was installed: &quot;{1}&quot; is not what its author signed. Install it again from its package.</source>
        <translation>{0} wurde auf diesem Computer nach der Installation geändert: „{1}“ ist nicht das, was der Autor signiert hat. Installiere sie noch einmal aus ihrem Paket.</translation>
    </message>
    <message>
        <source>{0} {1} (code {2}) is installed, and the package is older (code {3}): uninstall it first to go back.</source>
        <translation>{0} {1} (Code {2}) ist installiert, und das Paket ist älter (Code {3}): Deinstalliere erst, um zurückzugehen.</translation>
    </message>
</context>
<context>
    <name>Risk</name>
    <message>
        <source>Could send what it sees, hears or reads over the network</source>
        <translation>Könnte über das Netz senden, was sie sieht, hört oder liest</translation>
    </message>
    <message>
        <source>Does not say what becomes of your data</source>
        <translation>Sagt nicht, was aus deinen Daten wird</translation>
    </message>
    <message>
        <source>High: open it only if you trust who made it.</source>
        <translation>Hoch: Öffne sie nur, wenn du dem Autor traust.</translation>
    </message>
    <message>
        <source>Lets text in its pages run as scripts</source>
        <translation>Lässt Text in ihren Seiten als Skript laufen</translation>
    </message>
    <message>
        <source>Low: it asks for little.</source>
        <translation>Gering: Sie verlangt wenig.</translation>
    </message>
    <message>
        <source>May ask for: {0}</source>
        <translation>Darf fragen nach: {0}</translation>
    </message>
    <message>
        <source>May reach any server under {0}</source>
        <translation>Darf jeden Server unter {0} erreichen</translation>
    </message>
    <message>
        <source>May reach one server</source>
        <translation>Darf einen Server erreichen</translation>
    </message>
    <message>
        <source>May reach {0} servers</source>
        <translation>Darf {0} Server erreichen</translation>
    </message>
    <message>
        <source>Not signed: nobody can tell who made it</source>
        <translation>Nicht signiert: Niemand kann sagen, von wem sie ist</translation>
    </message>
    <message>
        <source>Raised: open it only if you know why it asks for all this.</source>
        <translation>Erhöht: Öffne sie nur, wenn du weißt, wozu sie all das verlangt.</translation>
    </message>
    <message>
        <source>Risk grade {0}</source>
        <translation>Risikostufe {0}</translation>
    </message>
    <message>
        <source>Runs compiled code (WebAssembly), which few can read</source>
        <translation>Führt übersetzten Code (WebAssembly) aus, den wenige lesen können</translation>
    </message>
    <message>
        <source>Some: look at what it asks for.</source>
        <translation>Mittel: Sieh nach, was sie verlangt.</translation>
    </message>
    <message>
        <source>Very high: open it only if you fully trust who made it.</source>
        <translation>Sehr hoch: Öffne sie nur, wenn du dem Autor ganz und gar traust.</translation>
    </message>
    <message>
        <source>Very low: it asks for next to nothing.</source>
        <translation>Sehr gering: Sie verlangt so gut wie nichts.</translation>
    </message>
    <message>
        <source>{0} risk points</source>
        <translation>{0} Risikopunkte</translation>
    </message>
    <message>
        <source>{0}, before it was {1}</source>
        <translation>{0}, vorher {1}</translation>
    </message>
</context>
<context>
    <name>RoomCard</name>
    <message>
        <source>Every app lives in its own room</source>
        <translation>Jede App lebt in ihrem eigenen Raum</translation>
    </message>
    <message>
        <source>Own storage, own process, own network list. Nothing leaves without your say.</source>
        <translation>Eigener Speicher, eigener Prozess, eigene Netzliste. Nichts geht ohne dein Ja hinaus.</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>See what each app may do</source>
        <translation>Sehen, was jede App darf</translation>
    </message>
</context>
<context>
    <name>RoomCovers</name>
    <message>
        <source>Copy a report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>It was at {0}. Put it back and load it again, or close the app.</source>
        <translation>Er lag unter {0}. Leg ihn zurück und lade neu, oder schließ die App.</translation>
    </message>
    <message>
        <source>Its page has not answered for five seconds. You can wait, or load it again.</source>
        <translation>Ihre Seite antwortet seit fünf Sekunden nicht. Du kannst warten oder sie neu laden.</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>The folder of {0} is gone</source>
        <translation>Der Ordner von {0} ist weg</translation>
    </message>
    <message>
        <source>sleeping</source>
        <translation>schläft</translation>
    </message>
    <message>
        <source>{0} does not answer</source>
        <translation>{0} antwortet nicht</translation>
    </message>
</context>
<context>
    <name>RoomDesk</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close {0}?</source>
        <translation>{0} schließen?</translation>
    </message>
    <message>
        <source>Link copied</source>
        <translation>Link kopiert</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>The report is copied: paste it into a message to whoever made {0}.</source>
        <translation>Der Bericht ist kopiert: Füge ihn in eine Nachricht an die Leute ein, die {0} machen.</translation>
    </message>
    <message>
        <source>What you have not saved there may be lost.</source>
        <translation>Was du dort nicht gespeichert hast, kann verloren gehen.</translation>
    </message>
</context>
<context>
    <name>RoomEndings</name>
    <message>
        <source>Everything else goes on; what it had stored is kept.</source>
        <translation>Alles andere läuft weiter; was sie gespeichert hatte, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Its page started more workers, frames or sounds than an app may, and was ended.</source>
        <translation>Die Seite hat mehr Worker, Frames oder Töne gestartet, als eine App darf, und wurde beendet.</translation>
    </message>
    <message>
        <source>Its page stopped.</source>
        <translation>Die Seite ist stehen geblieben.</translation>
    </message>
    <message>
        <source>Its page used more memory than an app may, and was ended.</source>
        <translation>Die Seite hat mehr Speicher belegt, als eine App darf, und wurde beendet.</translation>
    </message>
    <message>
        <source>Its page wrote more lines to its console than Stoa can read, and was ended.</source>
        <translation>Die Seite hat mehr Zeilen in ihre Konsole geschrieben, als Stoa lesen kann, und wurde beendet.</translation>
    </message>
    <message>
        <source>Loading it again waits for {0} seconds; the button comes back by itself.</source>
        <translation>Neu laden geht erst in {0} Sekunden wieder; der Knopf kommt dann von selbst zurück.</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>{0} crashed</source>
        <translation>{0} ist abgestürzt</translation>
    </message>
    <message>
        <source>{0} did too much at once</source>
        <translation>{0} hat zu viel auf einmal getan</translation>
    </message>
    <message>
        <source>{0} needed too much memory</source>
        <translation>{0} hat zu viel Speicher gebraucht</translation>
    </message>
    <message>
        <source>{0} sent too much at once</source>
        <translation>{0} hat zu viel auf einmal gesendet</translation>
    </message>
    <message>
        <source>{0} stops again and again</source>
        <translation>{0} bleibt immer wieder stehen</translation>
    </message>
</context>
<context>
    <name>RoomFace</name>
    <message>
        <source>It runs from {0}, where anything may change it.</source>
        <translation>Läuft aus {0}, wo alles sie ändern kann.</translation>
    </message>
    <message>
        <source>Key {0}, which alone can update it. Nobody checked that it is {1}&apos;s.</source>
        <translation>Schlüssel {0}: Nur mit ihm lässt sie sich aktualisieren. Niemand hat geprüft, ob er {1} gehört.</translation>
    </message>
    <message>
        <source>Nobody signed it: its next update may come from anybody.</source>
        <translation>Niemand hat sie signiert: Ihr nächstes Update kann von jedem kommen.</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>mitgeliefert</translation>
    </message>
    <message>
        <source>from folder</source>
        <translation>aus Ordner</translation>
    </message>
    <message>
        <source>from folder, no manifest</source>
        <translation>aus Ordner, kein Manifest</translation>
    </message>
    <message>
        <source>no network</source>
        <translation>kein Netz</translation>
    </message>
    <message>
        <source>signed by {0}</source>
        <translation>signiert von {0}</translation>
    </message>
    <message>
        <source>unsigned</source>
        <translation>nicht signiert</translation>
    </message>
    <message>
        <source>{0} hosts</source>
        <translation>{0} Adressen</translation>
    </message>
</context>
<context>
    <name>RoomHeader</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Put back as a tab</source>
        <translation>Als Tab zurücksetzen</translation>
    </message>
</context>
<context>
    <name>RoomMenu</name>
    <message>
        <source>Copy link to this page</source>
        <translation>Link zu dieser Seite kopieren</translation>
    </message>
    <message>
        <source>Keep awake behind others</source>
        <translation>Im Hintergrund wach halten</translation>
    </message>
    <message>
        <source>Nothing was refused</source>
        <translation>Nichts wurde abgelehnt</translation>
    </message>
    <message>
        <source>Open in its own window</source>
        <translation>In eigenem Fenster öffnen</translation>
    </message>
    <message>
        <source>Open in workbench</source>
        <translation>Auf der Werkbank öffnen</translation>
    </message>
    <message>
        <source>Permissions and storage…</source>
        <translation>Berechtigungen und Speicher …</translation>
    </message>
    <message>
        <source>Put back as a tab</source>
        <translation>Als Tab zurücksetzen</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>{0} refused:</source>
        <translation>{0} abgelehnt:</translation>
    </message>
</context>
<context>
    <name>RoomSurface</name>
    <message>
        <source>Open {0}?</source>
        <translation>{0} öffnen?</translation>
    </message>
    <message>
        <source>Save for {0}</source>
        <translation>Für {0} speichern</translation>
    </message>
    <message>
        <source>The file could not be saved: {0}</source>
        <translation>Die Datei konnte nicht gespeichert werden: {0}</translation>
    </message>
</context>
<context>
    <name>RoomWindow</name>
    <message>
        <source>{0} — Stoa</source>
        <translation>{0} – Stoa</translation>
    </message>
</context>
<context>
    <name>Rooms</name>
    <message>
        <source>sleeping</source>
        <translation>schläft</translation>
    </message>
</context>
<context>
    <name>SettingsDesk</name>
    <message>
        <source>A private name</source>
        <translation>Ein privater Name</translation>
    </message>
    <message>
        <source>A private name, your display name and picture</source>
        <translation>Ein privater Name, dein Anzeigename und dein Bild</translation>
    </message>
    <message>
        <source>Its data is deleted.</source>
        <translation>Ihre Daten sind gelöscht.</translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation>Die Sprache wechselt beim nächsten Start.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Apps</source>
        <translation>Apps</translation>
    </message>
    <message>
        <source>Following</source>
        <translation>Folge ich</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Part of the settings</source>
        <translation>Bereich der Einstellungen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>Sharing</name>
    <message>
        <source>Attach a page of an app</source>
        <translation>Seite einer App anhängen</translation>
    </message>
    <message>
        <source>Choose a page in the app, then press its button to attach it to your post.</source>
        <translation>Wähle in der App eine Seite und drück dort auf den Knopf, um sie an deinen Beitrag anzuhängen.</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Bild auswählen</translation>
    </message>
    <message>
        <source>It opens beside the feed; there you choose the page.</source>
        <translation>Sie öffnet sich neben dem Feed; dort wählst du die Seite.</translation>
    </message>
    <message>
        <source>Link copied</source>
        <translation>Link kopiert</translation>
    </message>
    <message>
        <source>No app here takes shared posts.</source>
        <translation>Keine App hier nimmt geteilte Beiträge an.</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp *.gif)</source>
        <translation>Bilder (*.png *.jpg *.jpeg *.webp *.gif)</translation>
    </message>
    <message>
        <source>Posted</source>
        <translation>Gepostet</translation>
    </message>
    <message>
        <source>Share to an app</source>
        <translation>Mit einer App teilen</translation>
    </message>
    <message>
        <source>The app gets the text and the link.</source>
        <translation>Die App bekommt den Text und den Link.</translation>
    </message>
    <message>
        <source>The picture cannot be read: {0}</source>
        <translation>Das Bild lässt sich nicht lesen: {0}</translation>
    </message>
    <message>
        <source>The picture is larger than 20 MB: choose a smaller one.</source>
        <translation>Das Bild ist größer als 20 MB: Wähle ein kleineres.</translation>
    </message>
</context>
<context>
    <name>Signers</name>
    <message>
        <source>Key {0}. Only this key can update it. Compare it with the one its author published: nobody checked the name.</source>
        <translation>Schlüssel {0}. Nur mit ihm lässt sie sich aktualisieren. Vergleiche ihn mit dem, den der Autor veröffentlicht hat: Den Namen hat niemand geprüft.</translation>
    </message>
    <message>
        <source>Nobody can tell whether it was changed, and its next update may come from anybody.</source>
        <translation>Niemand kann sagen, ob sie geändert wurde, und ihr nächstes Update kann von jedem kommen.</translation>
    </message>
    <message>
        <source>Not signed</source>
        <translation>Nicht signiert</translation>
    </message>
    <message>
        <source>Signed by {0}</source>
        <translation>Signiert von {0}</translation>
    </message>
</context>
<context>
    <name>SignersDesk</name>
    <message>
        <source>The key is forgotten.</source>
        <translation>Der Schlüssel ist vergessen.</translation>
    </message>
</context>
<context>
    <name>SignersSection</name>
    <message>
        <source>Anybody can then sign the next package of this app. Do this only when its author told you that the key changed.</source>
        <translation>Dann kann jeder das nächste Paket dieser App signieren. Tu das nur, wenn dir der Autor gesagt hat, dass sich der Schlüssel geändert hat.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Forget the key of {0}</source>
        <translation>Den Schlüssel von {0} vergessen</translation>
    </message>
    <message>
        <source>Forget the key of {0}?</source>
        <translation>Den Schlüssel von {0} vergessen?</translation>
    </message>
    <message>
        <source>Keys of apps that were here</source>
        <translation>Schlüssel von Apps, die hier waren</translation>
    </message>
    <message>
        <source>{0}, signed by {1}. Key {2}</source>
        <translation>{0}, signiert von {1}. Schlüssel {2}</translation>
    </message>
</context>
<context>
    <name>Skeleton</name>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
</context>
<context>
    <name>SleepDesk</name>
    <message>
        <source>Not open</source>
        <translation>Nicht geöffnet</translation>
    </message>
    <message>
        <source>Sleeping, takes hardly any memory</source>
        <translation>Schläft, belegt kaum Speicher</translation>
    </message>
    <message>
        <source>Takes {0} of memory</source>
        <translation>Belegt {0} Speicher</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Stage</source>
        <translation>Bühne</translation>
    </message>
</context>
<context>
    <name>StarRow</name>
    <message>
        <source>One to five stars</source>
        <translation>Ein bis fünf Sterne</translation>
    </message>
</context>
<context>
    <name>StartSheet</name>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Query</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Start data (JSON)</source>
        <translation>Startdaten (JSON)</translation>
    </message>
    <message>
        <source>Start data is what host.context gives as start, as an app or a post hands it over.</source>
        <translation>Startdaten gibt host.context als start zurück, so wie eine App oder ein Beitrag sie übergibt.</translation>
    </message>
    <message>
        <source>The start data is not JSON.</source>
        <translation>Die Startdaten sind kein JSON.</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>Less</source>
        <translation>Weniger</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>StorageTab</name>
    <message>
        <source>Bridge: {0} of {1}. Page: {2} of {3}.</source>
        <translation>Brücke: {0} von {1}. Seite: {2} von {3}.</translation>
    </message>
    <message>
        <source>Clear all that is kept</source>
        <translation>Alles Gespeicherte löschen</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>Neuer Wert</translation>
    </message>
    <message>
        <source>Nothing kept</source>
        <translation>Nichts gespeichert</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Noch einmal lesen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Setzen</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>What the mini-app keeps is listed here, with the means to change it.</source>
        <translation>Hier steht, was die Mini-App speichert; du kannst es ändern.</translation>
    </message>
</context>
<context>
    <name>StorageWatch</name>
    <message>
        <source>Open its settings</source>
        <translation>Ihre Einstellungen öffnen</translation>
    </message>
    <message>
        <source>{0} keeps almost {1} MB, the most it may. Its data can be cleared in Settings.</source>
        <translation>{0} speichert fast {1} MB, mehr darf sie nicht. Ihre Daten kannst du in den Einstellungen löschen.</translation>
    </message>
    <message>
        <source>{0} was closed: it keeps more than {1} MB. Clear its data before you open it again.</source>
        <translation>{0} wurde geschlossen: Sie speichert mehr als {1} MB. Lösche ihre Daten, bevor du sie wieder öffnest.</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Close this notice</source>
        <translation>Hinweis schließen</translation>
    </message>
</context>
<context>
    <name>SurveyAttachment</name>
    <message>
        <source>Edit survey</source>
        <translation>Umfrage bearbeiten</translation>
    </message>
    <message>
        <source>Remove survey</source>
        <translation>Umfrage entfernen</translation>
    </message>
    <message>
        <source>anonymous</source>
        <translation>anonym</translation>
    </message>
    <message>
        <source>names are shown</source>
        <translation>mit Namen</translation>
    </message>
    <message>
        <source>quiz</source>
        <translation>Quiz</translation>
    </message>
    <message>
        <source>survey attached</source>
        <translation>Umfrage angehängt</translation>
    </message>
    <message>
        <source>votes can be changed</source>
        <translation>Stimmen änderbar</translation>
    </message>
    <message>
        <source>{0} questions</source>
        <translation>{0} Fragen</translation>
    </message>
</context>
<context>
    <name>SurveyExport</name>
    <message>
        <source>Export votes</source>
        <translation>Stimmen exportieren</translation>
    </message>
    <message>
        <source>Votes exported to {0}</source>
        <translation>Stimmen nach {0} exportiert</translation>
    </message>
    <message>
        <source>survey</source>
        <translation>umfrage</translation>
    </message>
    <message>
        <source>{0} cannot be written: {1}</source>
        <translation>{0} lässt sich nicht schreiben: {1}</translation>
    </message>
</context>
<context>
    <name>SurveyFaceCard</name>
    <message>
        <source>One to five stars</source>
        <translation>Ein bis fünf Sterne</translation>
    </message>
    <message>
        <source>Your question</source>
        <translation>Deine Frage</translation>
    </message>
</context>
<context>
    <name>SurveyForm</name>
    <message>
        <source>Choose a closing time that is still to come.</source>
        <translation>Wähle ein Ende, das noch bevorsteht.</translation>
    </message>
    <message>
        <source>Give the survey a title.</source>
        <translation>Gib der Umfrage einen Titel.</translation>
    </message>
    <message>
        <source>Mark the right answer of at least one question, or switch the quiz off.</source>
        <translation>Markiere bei mindestens einer Frage die richtige Antwort, oder schalte das Quiz aus.</translation>
    </message>
    <message>
        <source>Question {0}: {1}</source>
        <translation>Frage {0}: {1}</translation>
    </message>
    <message>
        <source>two options are the same.</source>
        <translation>Zwei Optionen sind gleich.</translation>
    </message>
    <message>
        <source>write at least two options.</source>
        <translation>Schreib mindestens zwei Optionen.</translation>
    </message>
    <message>
        <source>write the question.</source>
        <translation>Schreib die Frage.</translation>
    </message>
</context>
<context>
    <name>SurveyMaker</name>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message>
        <source>1 week</source>
        <translation>1 Woche</translation>
    </message>
    <message>
        <source>Add question</source>
        <translation>Frage hinzufügen</translation>
    </message>
    <message>
        <source>After closing</source>
        <translation>Nach Ende</translation>
    </message>
    <message>
        <source>After voting</source>
        <translation>Nach Abstimmen</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Immer</translation>
    </message>
    <message>
        <source>Anonymous</source>
        <translation>Anonym</translation>
    </message>
    <message>
        <source>Attach to post</source>
        <translation>An Beitrag anhängen</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>Von Hand</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Closes</source>
        <translation>Endet</translation>
    </message>
    <message>
        <source>Closing time</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Make a survey</source>
        <translation>Umfrage erstellen</translation>
    </message>
    <message>
        <source>Nobody sees who voted for what.</source>
        <translation>Niemand sieht, wer wie abgestimmt hat.</translation>
    </message>
    <message>
        <source>Not in a quiz.</source>
        <translation>Nicht bei einem Quiz.</translation>
    </message>
    <message>
        <source>On a date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Quiz</source>
        <translation>Quiz</translation>
    </message>
    <message>
        <source>Results are shown</source>
        <translation>Ergebnisse zeigen</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Some answers are right, and shown after voting.</source>
        <translation>Manche Antworten sind richtig; sie erscheinen nach dem Abstimmen.</translation>
    </message>
    <message>
        <source>Survey</source>
        <translation>Umfrage</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Title (one question can do without)</source>
        <translation>Titel (bei einer Frage nicht nötig)</translation>
    </message>
    <message>
        <source>Votes can be changed</source>
        <translation>Stimmen änderbar</translation>
    </message>
    <message>
        <source>anonymous</source>
        <translation>anonym</translation>
    </message>
    <message>
        <source>closes {0}</source>
        <translation>endet {0}</translation>
    </message>
    <message>
        <source>names are shown</source>
        <translation>mit Namen</translation>
    </message>
    <message>
        <source>quiz</source>
        <translation>Quiz</translation>
    </message>
    <message>
        <source>{0} questions</source>
        <translation>{0} Fragen</translation>
    </message>
</context>
<context>
    <name>SurveyQuestion</name>
    <message>
        <source>Answer this question.</source>
        <translation>Beantworte diese Frage.</translation>
    </message>
    <message>
        <source>Choose up to {most}.</source>
        <translation>Wähle bis zu {most}.</translation>
    </message>
    <message>
        <source>Choose {least} to {most}.</source>
        <translation>Wähle {least} bis {most}.</translation>
    </message>
    <message>
        <source>Give every option a place.</source>
        <translation>Gib jeder Option einen Platz.</translation>
    </message>
    <message>
        <source>Press the options in order, best first.</source>
        <translation>Drück die Optionen der Reihe nach, die beste zuerst.</translation>
    </message>
    <message>
        <source>Shorten it by {n} characters.</source>
        <translation>Kürze um {n} Zeichen.</translation>
    </message>
    <message>
        <source>You may leave this out.</source>
        <translation>Du kannst das auslassen.</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>Deine Antwort</translation>
    </message>
    <message>
        <source>{mean} stars on average</source>
        <translation>{mean} Sterne im Schnitt</translation>
    </message>
</context>
<context>
    <name>SurveySheet</name>
    <message>
        <source>Change answers</source>
        <translation>Antworten ändern</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Send answers</source>
        <translation>Antworten senden</translation>
    </message>
    <message>
        <source>Some questions still need an answer.</source>
        <translation>Einige Fragen brauchen noch eine Antwort.</translation>
    </message>
    <message>
        <source>anonymous</source>
        <translation>anonym</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>results are shown once it is closed</source>
        <translation>Ergebnisse erscheinen nach dem Ende</translation>
    </message>
    <message>
        <source>your name is shown to the author</source>
        <translation>dein Name ist für den Verfasser sichtbar</translation>
    </message>
    <message>
        <source>{right} of {whole} right</source>
        <translation>{right} von {whole} richtig</translation>
    </message>
</context>
<context>
    <name>Tab</name>
    <message>
        <source>Close {0}</source>
        <translation>{0} schließen</translation>
    </message>
</context>
<context>
    <name>TabBar</name>
    <message>
        <source>Apps</source>
        <translation>Apps</translation>
    </message>
    <message>
        <source>Open apps</source>
        <translation>Offene Apps</translation>
    </message>
</context>
<context>
    <name>TabGrip</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Open in its own window</source>
        <translation>In eigenem Fenster öffnen</translation>
    </message>
</context>
<context>
    <name>TestsTab</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Nothing recorded yet</source>
        <translation>Noch nichts aufgezeichnet</translation>
    </message>
    <message>
        <source>Record what you do with the mini-app: presses, texts and keys, and what crosses the bridge.</source>
        <translation>Nimm auf, was du mit der Mini-App tust: Klicks, Texte und Tasten, und was über die Brücke geht.</translation>
    </message>
    <message>
        <source>Recording: use the mini-app, then press Stop.</source>
        <translation>Aufnahme läuft: Benutze die Mini-App und drück dann auf Stopp.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search in {0}</source>
        <translation>In {0} suchen</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Steps: {0}. Calls: {1}.</source>
        <translation>Schritte: {0}. Aufrufe: {1}.</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>Tests</translation>
    </message>
    <message>
        <source>The test</source>
        <translation>Der Test</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>weicht ab</translation>
    </message>
    <message>
        <source>not possible</source>
        <translation>nicht möglich</translation>
    </message>
</context>
<context>
    <name>UpdateSheet</name>
    <message>
        <source>Ask you for</source>
        <translation>Dich fragen nach</translation>
    </message>
    <message>
        <source>Keep the old version</source>
        <translation>Alte Version behalten</translation>
    </message>
    <message>
        <source>May reach these servers too</source>
        <translation>Darf auch diese Server erreichen</translation>
    </message>
    <message>
        <source>New in this version</source>
        <translation>Neu in dieser Version</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>The update of {0} asks for more</source>
        <translation>Das Update von {0} verlangt mehr</translation>
    </message>
    <message>
        <source>Until you agree, version {0} stays as it is.</source>
        <translation>Solange du nicht zustimmst, bleibt Version {0}, wie sie ist.</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>What it could do already</source>
        <translation>Was die App schon durfte</translation>
    </message>
    <message>
        <source>version {0} is installed, version {1} came</source>
        <translation>Version {0} ist installiert, Version {1} ist gekommen</translation>
    </message>
</context>
<context>
    <name>Workbench</name>
    <message>
        <source>As a newcomer</source>
        <translation>Wie neu angekommen</translation>
    </message>
    <message>
        <source>Choose a folder …</source>
        <translation>Ordner auswählen …</translation>
    </message>
    <message>
        <source>Edit as text …</source>
        <translation>Als Text bearbeiten …</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Import a launch profile</source>
        <translation>Startprofil importieren</translation>
    </message>
    <message>
        <source>Import …</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>Open a folder with a mini-app</source>
        <translation>Ordner einer Mini-App öffnen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Replaying …</source>
        <translation>Wird abgespielt …</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>Speichern unter …</translation>
    </message>
    <message>
        <source>Save the launch profile</source>
        <translation>Startprofil speichern</translation>
    </message>
    <message>
        <source>The file could not be saved: {0}</source>
        <translation>Die Datei konnte nicht gespeichert werden: {0}</translation>
    </message>
    <message>
        <source>The replay did the same as the recording.</source>
        <translation>Das Abspielen ergab dasselbe wie die Aufnahme.</translation>
    </message>
</context>
<context>
    <name>WorkbenchPage</name>
    <message>
        <source>Conditions</source>
        <translation>Bedingungen</translation>
    </message>
    <message>
        <source>Mini-app</source>
        <translation>Mini-App</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was sie tut</translation>
    </message>
    <message>
        <source>Workbench</source>
        <translation>Werkbank</translation>
    </message>
</context>
<context>
    <name>ZoneSheet</name>
    <message>
        <source>A part of its name is enough to find it: Berlin, Tokyo. Empty is this computer&apos;s.</source>
        <translation>Ein Teil des Namens reicht: Berlin, Tokyo. Leer ist die Zeitzone dieses Computers.</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Time zones</source>
        <translation>Zeitzonen</translation>
    </message>
</context>
<context>
    <name>_Splash</name>
    <message>
        <source>{0} is opening</source>
        <translation>{0} wird geöffnet</translation>
    </message>
</context>
</TS>
