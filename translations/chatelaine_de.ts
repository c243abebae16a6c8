<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>AddExistingDialog</name>
    <message>
        <source>Add an existing key</source>
        <translation>Vorhandenen Schlüssel hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Kind of key</source>
        <translation>&amp;Art des Schlüssels</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>&amp;Secret</source>
        <translation>&amp;Geheimnis</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Geheimnis</translation>
    </message>
    <message>
        <source>The secret goes into the keychain of this computer, and the vendor is asked once whether it accepts it. That costs nothing.</source>
        <translation>Das Geheimnis kommt in den Schlüsselbund dieses Computers, und der Anbieter wird einmal gefragt, ob er es annimmt. Das kostet nichts.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Add key</source>
        <translation>Schlüssel hinzufügen</translation>
    </message>
</context>
<context>
    <name>AuthenticateDialog</name>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>The &amp;passphrase of Chatelaine was not given lately: enter it to go on.</source>
        <translation>Die &amp;Passphrase von Chatelaine wurde länger nicht eingegeben: Geben Sie sie ein, um fortzufahren.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortfahren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>BulkDialog</name>
    <message>
        <source>Changes of many keys</source>
        <translation>Änderungen an vielen Schlüsseln</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>What became of each key</source>
        <translation>Was aus jedem Schlüssel wurde</translation>
    </message>
    <message>
        <source>&amp;Stop here</source>
        <translation>Hier an&amp;halten</translation>
    </message>
    <message>
        <source>What is under way ends; the keys that still wait are left as they are</source>
        <translation>Was läuft, wird beendet; die Schlüssel, die noch warten, bleiben, wie sie sind</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Fortfahren</translation>
    </message>
    <message>
        <source>&amp;Leave the rest</source>
        <translation>Den &amp;Rest lassen</translation>
    </message>
    <message>
        <source>The keys that still wait are left as they are</source>
        <translation>Die Schlüssel, die noch warten, bleiben, wie sie sind</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Catalog</name>
    <message>
        <source>built in</source>
        <translation>mitgeliefert</translation>
    </message>
</context>
<context>
    <name>Composition</name>
    <message>
        <source>This system has no folder for application data.</source>
        <translation>Dieses System hat keinen Ordner für Anwendungsdaten.</translation>
    </message>
    <message>
        <source>Name a folder with --profile.</source>
        <translation>Geben Sie mit --profile einen Ordner an.</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortfahren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Confirmation</name>
    <message>
        <source>%1 %2</source>
        <comment>verb and thing</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Enable %1</source>
        <translation>%1 aktivieren</translation>
    </message>
    <message>
        <source>Disable %1</source>
        <translation>%1 deaktivieren</translation>
    </message>
    <message>
        <source>Revoke %1</source>
        <translation>%1 widerrufen</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 löschen</translation>
    </message>
    <message>
        <source>Rotate %1</source>
        <translation>%1 rotieren</translation>
    </message>
    <message>
        <source>Create %1</source>
        <translation>%1 anlegen</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>&quot;%1&quot;</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>a key without a name</source>
        <translation>ein Schlüssel ohne Namen</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in Gebrauch</translation>
    </message>
    <message>
        <source>%1?</source>
        <translation>%1?</translation>
    </message>
    <message>
        <source>%1 in %2?</source>
        <translation>%1 (in %2)?</translation>
    </message>
    <message>
        <source>This is the key that Chatelaine itself uses for this account: without it the account cannot be reached any more.</source>
        <translation>Diesen Schlüssel benutzt Chatelaine selbst für dieses Konto: Ohne ihn ist das Konto nicht mehr erreichbar.</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message numerus="yes">
        <source>The vendor may take up to %n second(s) to act.</source>
        <translation>
            <numerusform>Es kann bis zu %n Sekunde dauern, bis der Anbieter handelt.</numerusform>
            <numerusform>Es kann bis zu %n Sekunden dauern, bis der Anbieter handelt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConnectDialog</name>
    <message>
        <source>Connect an account</source>
        <translation>Konto verbinden</translation>
    </message>
    <message>
        <source>&amp;Provider</source>
        <translation>&amp;Anbieter</translation>
    </message>
    <message>
        <source>&amp;Name of the account</source>
        <translation>&amp;Name des Kontos</translation>
    </message>
    <message>
        <source>Name of the account</source>
        <translation>Name des Kontos</translation>
    </message>
    <message>
        <source>&amp;Region</source>
        <translation>&amp;Region</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>&amp;CA file</source>
        <translation>&amp;CA-Datei</translation>
    </message>
    <message>
        <source>CA file</source>
        <translation>CA-Datei</translation>
    </message>
    <message>
        <source>Choose CA file...</source>
        <translation>CA-Datei auswählen...</translation>
    </message>
    <message>
        <source>Checking with the vendor...</source>
        <translation>Der Anbieter wird gefragt...</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Connect account</source>
        <translation>Konto verbinden</translation>
    </message>
    <message>
        <source>Only for a CA of your own</source>
        <translation>Nur für eine eigene CA</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>A&amp;dresse</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Pin the present certificate...</source>
        <translation>Jetziges Zertifikat hinterlegen …</translation>
    </message>
    <message>
        <source>Remove the pin</source>
        <translation>Nicht mehr hinterlegen</translation>
    </message>
</context>
<context>
    <name>DeliveryDialog</name>
    <message>
        <source>Deliver secret</source>
        <translation>Geheimnis überbringen</translation>
    </message>
    <message>
        <source>The secret goes there without being shown, and without the clipboard.</source>
        <translation>Das Geheimnis geht dorthin, ohne gezeigt zu werden und ohne Zwischenablage.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>DeliveryForm</name>
    <message>
        <source>Secret &amp;goes to</source>
        <translation>Geheimnis &amp;geht an</translation>
    </message>
    <message>
        <source>&amp;Replace what is there already</source>
        <translation>E&amp;rsetzen, was schon da ist</translation>
    </message>
    <message>
        <source>&amp;Browse...</source>
        <translation>&amp;Durchsuchen...</translation>
    </message>
    <message>
        <source>C&amp;heck destination</source>
        <translation>Ziel &amp;prüfen</translation>
    </message>
    <message>
        <source>What is run. The secret goes to its standard input.</source>
        <translation>Was ausgeführt wird. Das Geheimnis geht an seine Standardeingabe.</translation>
    </message>
    <message>
        <source>What the program said</source>
        <translation>Was das Programm sagte</translation>
    </message>
</context>
<context>
    <name>Destination</name>
    <message>
        <source>%1 has no field &quot;%2&quot;.</source>
        <translation>%1 hat kein Feld „%2“.</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>%1 fehlt.</translation>
    </message>
    <message>
        <source>%1 is too long or has control characters.</source>
        <translation>%1 ist zu lang oder enthält Steuerzeichen.</translation>
    </message>
    <message>
        <source>%1 does not have the form that is wanted. %2</source>
        <translation>%1 hat nicht die verlangte Form. %2</translation>
    </message>
    <message>
        <source>The program &quot;%1&quot; is not installed.</source>
        <translation>Das Programm „%1“ ist nicht installiert.</translation>
    </message>
    <message>
        <source>Install it, or choose another destination.</source>
        <translation>Installieren Sie es, oder wählen Sie ein anderes Ziel.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; would be taken for an option of &quot;%2&quot;.</source>
        <translation>„%1“ würde für eine Option von „%2“ gehalten.</translation>
    </message>
    <message>
        <source>A field that the input needs is missing.</source>
        <translation>Ein Feld, das die Eingabe braucht, fehlt.</translation>
    </message>
    <message>
        <source>{secret} can stand in the input only: arguments and environment of a program can be read by other programs. A tool that takes a secret in no other way cannot be a destination</source>
        <translation>{secret} darf nur in der Eingabe stehen: Argumente und Umgebung eines Programms können andere Programme lesen. Ein Werkzeug, das ein Geheimnis nicht anders annimmt, kann kein Ziel sein</translation>
    </message>
    <message>
        <source>this must be a string</source>
        <translation>dies muss eine Zeichenkette sein</translation>
    </message>
    <message>
        <source>there is no field &quot;%1&quot;</source>
        <translation>es gibt kein Feld „%1“</translation>
    </message>
    <message>
        <source>the program is missing</source>
        <translation>das Programm fehlt</translation>
    </message>
    <message>
        <source>the program&apos;s name must be fixed</source>
        <translation>der Name des Programms muss feststehen</translation>
    </message>
    <message>
        <source>no field can be called &quot;secret&quot;</source>
        <translation>kein Feld darf „secret“ heißen</translation>
    </message>
    <message>
        <source>this must be the name of a variable, or NAME=VALUE</source>
        <translation>dies muss der Name einer Variablen sein oder NAME=WERT</translation>
    </message>
    <message>
        <source>this must be an object in which &quot;{secret}&quot; stands once, as a value of its own</source>
        <translation>dies muss ein Objekt sein, in dem „{secret}“ einmal als eigener Wert steht</translation>
    </message>
    <message>
        <source>this field stands twice</source>
        <translation>dieses Feld kommt zweimal vor</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>eingebaut</translation>
    </message>
</context>
<context>
    <name>DoubtsDialog</name>
    <message>
        <source>Operations in doubt</source>
        <translation>Ungeklärte Vorgänge</translation>
    </message>
    <message>
        <source>These requests left, and their answers were lost. Sync the account first: then say what became of them. A key that was made this way has a secret that nobody has, so it should be revoked.</source>
        <translation>Diese Anfragen wurden gesendet, ihre Antworten gingen verloren. Synchronisieren Sie zuerst das Konto, und geben Sie dann an, was daraus wurde. Das Geheimnis eines so entstandenen Schlüssels hat niemand; er sollte widerrufen werden.</translation>
    </message>
    <message>
        <source>&amp;Operations</source>
        <translation>&amp;Vorgänge</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>Vorgänge</translation>
    </message>
    <message>
        <source>&amp;Settle operation</source>
        <translation>Vorgang &amp;klären</translation>
    </message>
    <message>
        <source>Settle and show &amp;key</source>
        <translation>Klären und Schlüssel an&amp;zeigen</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;What became of it</source>
        <translation>&amp;Was daraus wurde</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Was daraus wurde</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>This was cancelled.</source>
        <translation>Der Vorgang wurde abgebrochen.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>&amp;Was</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>From the &amp;beginning until now</source>
        <translation>Vom &amp;Beginn bis jetzt</translation>
    </message>
    <message>
        <source>&amp;First day (UTC)</source>
        <translation>&amp;Erster Tag (UTC)</translation>
    </message>
    <message>
        <source>First day (UTC)</source>
        <translation>Erster Tag (UTC)</translation>
    </message>
    <message>
        <source>&amp;Last day (UTC)</source>
        <translation>&amp;Letzter Tag (UTC)</translation>
    </message>
    <message>
        <source>Last day (UTC)</source>
        <translation>Letzter Tag (UTC)</translation>
    </message>
    <message>
        <source>&amp;Accounts</source>
        <translation>&amp;Konten</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Export to…</source>
        <translation>Exportieren nach …</translation>
    </message>
</context>
<context>
    <name>FieldRules</name>
    <message numerus="yes">
        <source>At least %n character(s).</source>
        <translation>
            <numerusform>Mindestens %n Zeichen.</numerusform>
            <numerusform>Mindestens %n Zeichen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n character(s); these are %1.</source>
        <translation>
            <numerusform>Höchstens %n Zeichen; hier sind es %1.</numerusform>
            <numerusform>Höchstens %n Zeichen; hier sind es %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>This does not have the form that the vendor asks for.</source>
        <translation>Das hat nicht die Form, die der Anbieter verlangt.</translation>
    </message>
    <message>
        <source>A whole number is needed here.</source>
        <translation>Hier ist eine ganze Zahl nötig.</translation>
    </message>
    <message>
        <source>Not less than %1.</source>
        <translation>Nicht weniger als %1.</translation>
    </message>
    <message>
        <source>Not more than %1.</source>
        <translation>Nicht mehr als %1.</translation>
    </message>
    <message>
        <source>A time is needed here.</source>
        <translation>Hier ist eine Zeitangabe nötig.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not offered.</source>
        <translation>„%1“ wird nicht angeboten.</translation>
    </message>
    <message>
        <source>Choose at least one.</source>
        <translation>Wählen Sie mindestens einen Eintrag.</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>Diese Angabe fehlt.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message numerus="yes">
        <source>Its secret has been held for %n day(s), and nobody has stored it.</source>
        <translation>
            <numerusform>Sein Geheimnis wird seit %n Tag verwahrt, und niemand hat es gespeichert.</numerusform>
            <numerusform>Sein Geheimnis wird seit %n Tagen verwahrt, und niemand hat es gespeichert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Every key of its kind has admin rights.</source>
        <translation>Jeder Schlüssel dieser Art hat Admin-Rechte.</translation>
    </message>
    <message>
        <source>It has admin rights: %1.</source>
        <translation>Er hat Admin-Rechte: %1.</translation>
    </message>
    <message numerus="yes">
        <source>Its secret is %n day(s) old.</source>
        <translation>
            <numerusform>Sein Geheimnis ist %n Tag alt.</numerusform>
            <numerusform>Sein Geheimnis ist %n Tage alt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its secret is held for too long</source>
        <translation>Sein Geheimnis wird zu lange gehalten</translation>
    </message>
    <message>
        <source>It has admin rights</source>
        <translation>Er hat Adminrechte</translation>
    </message>
    <message>
        <source>Its secret is too old</source>
        <translation>Sein Geheimnis ist zu alt</translation>
    </message>
</context>
<context>
    <name>FirstRunPage</name>
    <message>
        <source>Every API key, on one clasp</source>
        <translation>Alle API-Schlüssel an einem Bund</translation>
    </message>
    <message>
        <source>Chatelaine shows the keys of all your accounts at all your vendors, makes and retires them, and keeps a journal of what was done. Their secrets stay in the keychain of your desktop.</source>
        <translation>Chatelaine zeigt die Schlüssel aller Ihrer Konten bei allen Ihren Anbietern, legt sie an, zieht sie aus dem Verkehr und führt Journal über alles, was geschah. Ihre Geheimnisse bleiben im Schlüsselbund Ihres Desktops.</translation>
    </message>
    <message>
        <source>E&amp;xplore with the practice server</source>
        <translation>Mit dem Übungsserver aus&amp;probieren</translation>
    </message>
    <message>
        <source>Starts a server on this machine that behaves like the vendors, with accounts, projects and keys to try everything on. Nothing leaves the machine.</source>
        <translation>Startet auf diesem Computer einen Server, der sich wie die Anbieter verhält, mit Konten, Projekten und Schlüsseln zum Ausprobieren. Nichts verlässt den Computer.</translation>
    </message>
    <message>
        <source>&amp;Connect an account</source>
        <translation>Konto &amp;verbinden</translation>
    </message>
    <message>
        <source>Have an admin credential of the vendor at hand. It is checked before anything is stored.</source>
        <translation>Halten Sie Administrator-Zugangsdaten des Anbieters bereit. Sie werden geprüft, bevor etwas gespeichert wird.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>&amp;Set a passphrase</source>
        <translation>Passphrase &amp;festlegen</translation>
    </message>
    <message>
        <source>With a passphrase of its own, Chatelaine locks when the screen is locked or nobody uses the computer. It can be set later, too.</source>
        <translation>Mit einer eigenen Passphrase sperrt sich Chatelaine, wenn der Bildschirm gesperrt wird oder niemand den Computer benutzt. Sie kann auch später festgelegt werden.</translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>&amp;Go on all the same: I store the secret myself, at once</source>
        <translation>&amp;Trotzdem fortfahren: Ich speichere das Geheimnis selbst, sofort</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>HeldSecretsDialog</name>
    <message>
        <source>New secrets</source>
        <translation>Neue Geheimnisse</translation>
    </message>
    <message>
        <source>These secrets were not stored yet, and their vendors never show them again. They stay in the keychain until you store them.</source>
        <translation>Diese Geheimnisse wurden noch nicht abgelegt, und ihre Anbieter zeigen sie nie wieder. Sie bleiben im Schlüsselbund, bis Sie sie ablegen.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>&amp;Open...</source>
        <translation>Ö&amp;ffnen...</translation>
    </message>
    <message>
        <source>&amp;Keep all in keychain</source>
        <translation>Alle im &amp;Schlüsselbund behalten</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
</context>
<context>
    <name>HowToDialog</name>
    <message>
        <source>&amp;Environment variable</source>
        <translation>&amp;Umgebungsvariable</translation>
    </message>
    <message>
        <source>Copy &amp;name</source>
        <translation>&amp;Namen kopieren</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Sprachen</translation>
    </message>
    <message>
        <source>&amp;Copy snippet</source>
        <translation>&amp;Beispiel kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>HttpErrors</name>
    <message>
        <source>The address of this request is not usable.</source>
        <translation>Die Adresse dieser Anfrage ist nicht brauchbar.</translation>
    </message>
    <message>
        <source>Check the account&apos;s address.</source>
        <translation>Prüfen Sie die Adresse des Kontos.</translation>
    </message>
    <message>
        <source>Nothing was sent to %1: the address does not begin with https, and it is not on this computer.</source>
        <translation>An %1 wurde nichts gesendet: Die Adresse beginnt nicht mit https und liegt nicht auf diesem Computer.</translation>
    </message>
    <message>
        <source>Enter an address that begins with https.</source>
        <translation>Geben Sie eine Adresse ein, die mit https beginnt.</translation>
    </message>
    <message>
        <source>Nothing was sent to %1: the account&apos;s credential belongs to %2 only.</source>
        <translation>An %1 wurde nichts gesendet: Die Zugangsdaten des Kontos sind nur für %2 bestimmt.</translation>
    </message>
    <message>
        <source>If the service has moved, change the account&apos;s address.</source>
        <translation>Falls der Dienst umgezogen ist, ändern Sie die Adresse des Kontos.</translation>
    </message>
    <message>
        <source>Nothing was sent: a header of this request holds characters that HTTP does not allow.</source>
        <translation>Es wurde nichts gesendet: Ein Header dieser Anfrage enthält Zeichen, die HTTP nicht erlaubt.</translation>
    </message>
    <message>
        <source>Check the provider&apos;s definition.</source>
        <translation>Prüfen Sie die Definition des Anbieters.</translation>
    </message>
    <message>
        <source>Nothing was sent: the credential is missing or holds a line break or another character that cannot be part of one.</source>
        <translation>Es wurde nichts gesendet: Die Zugangsdaten fehlen oder enthalten einen Zeilenumbruch oder ein anderes unzulässiges Zeichen.</translation>
    </message>
    <message>
        <source>Enter the credential again, as a single line.</source>
        <translation>Geben Sie die Zugangsdaten erneut ein, in einer einzigen Zeile.</translation>
    </message>
    <message>
        <source>No certificate authority could be read from &quot;%1&quot;.</source>
        <translation>Aus „%1“ konnte keine Zertifizierungsstelle gelesen werden.</translation>
    </message>
    <message>
        <source>Choose a file in PEM form with the authority&apos;s certificate.</source>
        <translation>Wählen Sie eine Datei im PEM-Format mit dem Zertifikat der Zertifizierungsstelle.</translation>
    </message>
    <message>
        <source>The pinned certificate of this account is not a SHA-256 digest.</source>
        <translation>Das hinterlegte Zertifikat dieses Kontos ist kein SHA-256-Hashwert.</translation>
    </message>
    <message>
        <source>Pin the server&apos;s certificate again.</source>
        <translation>Hinterlegen Sie das Zertifikat des Servers erneut.</translation>
    </message>
    <message>
        <source>Too many requests are waiting for this account already.</source>
        <translation>Für dieses Konto warten schon zu viele Anfragen.</translation>
    </message>
    <message>
        <source>Wait until the present work is done, then try again.</source>
        <translation>Warten Sie, bis die laufenden Arbeiten beendet sind, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>The request was cancelled.</source>
        <translation>Die Anfrage wurde abgebrochen.</translation>
    </message>
    <message>
        <source>%1 did not finish its answer within %2 seconds.</source>
        <translation>%1 hat seine Antwort nicht innerhalb von %2 Sekunden beendet.</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not the one that is pinned for this account. Nothing was sent.</source>
        <translation>Das Zertifikat von %1 ist nicht das, das für dieses Konto hinterlegt ist. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The answer of %1 is larger than the limit of %2.</source>
        <translation>Die Antwort von %1 ist größer als erlaubt (%2).</translation>
    </message>
    <message>
        <source>Check that the account&apos;s address is the one of the service.</source>
        <translation>Prüfen Sie, ob die Adresse des Kontos die des Dienstes ist.</translation>
    </message>
    <message>
        <source>%1 sent us on to %2. The credential was not sent there.</source>
        <translation>%1 verweist auf %2. Die Zugangsdaten wurden nicht dorthin gesendet.</translation>
    </message>
    <message>
        <source>%1 asks us to wait until %2.</source>
        <translation>%1 bittet darum, bis %2 zu warten.</translation>
    </message>
    <message>
        <source>Try again after that.</source>
        <translation>Versuchen Sie es danach erneut.</translation>
    </message>
    <message>
        <source>The certificate that %1 shows is for another host.</source>
        <translation>Das Zertifikat, das %1 vorlegt, gilt für einen anderen Rechner.</translation>
    </message>
    <message>
        <source>The certificate of %1 has expired.</source>
        <translation>Das Zertifikat von %1 ist abgelaufen.</translation>
    </message>
    <message>
        <source>Check this computer&apos;s clock, or ask the operator to renew the certificate.</source>
        <translation>Prüfen Sie die Uhr dieses Computers, oder bitten Sie den Betreiber, das Zertifikat zu erneuern.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not valid yet.</source>
        <translation>Das Zertifikat von %1 ist noch nicht gültig.</translation>
    </message>
    <message>
        <source>Check this computer&apos;s clock.</source>
        <translation>Prüfen Sie die Uhr dieses Computers.</translation>
    </message>
    <message>
        <source>The certificate of %1 has been revoked.</source>
        <translation>Das Zertifikat von %1 wurde widerrufen.</translation>
    </message>
    <message>
        <source>Do not use this server until its operator has replaced the certificate.</source>
        <translation>Benutzen Sie diesen Server nicht, bis der Betreiber das Zertifikat ersetzt hat.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not from an authority that is trusted here.</source>
        <translation>Das Zertifikat von %1 stammt nicht von einer Zertifizierungsstelle, der hier vertraut wird.</translation>
    </message>
    <message>
        <source>For a server of your own, name its authority&apos;s certificate in the account&apos;s settings.</source>
        <translation>Für einen eigenen Server geben Sie das Zertifikat seiner Zertifizierungsstelle in den Einstellungen des Kontos an.</translation>
    </message>
    <message>
        <source>No secure connection to %1 could be made.</source>
        <translation>Zu %1 kam keine sichere Verbindung zustande.</translation>
    </message>
    <message>
        <source>Check that the address and the port are those of a secure server (TLS 1.2 or later).</source>
        <translation>Prüfen Sie, ob Adresse und Port zu einem sicheren Server gehören (TLS 1.2 oder neuer).</translation>
    </message>
    <message>
        <source>Check the proxy in the system&apos;s network settings.</source>
        <translation>Prüfen Sie den Proxy in den Netzwerkeinstellungen des Systems.</translation>
    </message>
    <message>
        <source>The proxy asks for a name and a password.</source>
        <translation>Der Proxy verlangt Name und Passwort.</translation>
    </message>
    <message>
        <source>The proxy was not found.</source>
        <translation>Der Proxy wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>The proxy refused the connection.</source>
        <translation>Der Proxy hat die Verbindung abgelehnt.</translation>
    </message>
    <message>
        <source>The proxy did not answer in time.</source>
        <translation>Der Proxy hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>The connection through the proxy failed.</source>
        <translation>Die Verbindung über den Proxy ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>%1 closed the connection in the middle of its answer.</source>
        <translation>%1 hat die Verbindung mitten in der Antwort geschlossen.</translation>
    </message>
    <message>
        <source>%1 closed the connection without an answer.</source>
        <translation>%1 hat die Verbindung ohne Antwort geschlossen.</translation>
    </message>
    <message>
        <source>The server %1 was not found.</source>
        <translation>Der Server %1 wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>Check the network connection and the account&apos;s address.</source>
        <translation>Prüfen Sie die Netzwerkverbindung und die Adresse des Kontos.</translation>
    </message>
    <message>
        <source>%1 refused the connection.</source>
        <translation>%1 hat die Verbindung abgelehnt.</translation>
    </message>
    <message>
        <source>Check the account&apos;s address, or try again later.</source>
        <translation>Prüfen Sie die Adresse des Kontos, oder versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>%1 answered with something that is not HTTP.</source>
        <translation>%1 hat mit etwas geantwortet, das kein HTTP ist.</translation>
    </message>
    <message>
        <source>The connection to %1 failed.</source>
        <translation>Die Verbindung zu %1 ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Check the network connection, then try again.</source>
        <translation>Prüfen Sie die Netzwerkverbindung, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>The answer could not be written: %1.</source>
        <translation>Die Antwort konnte nicht geschrieben werden: %1.</translation>
    </message>
    <message>
        <source>Check that there is room where the file is to go.</source>
        <translation>Prüfen Sie, ob dort Platz ist, wo die Datei hinsoll.</translation>
    </message>
    <message>
        <source>Nobody knows whether this took effect: sync the account and look before you repeat it.</source>
        <translation>Niemand weiß, ob das gewirkt hat: Synchronisieren Sie das Konto, und sehen Sie nach, bevor Sie es wiederholen.</translation>
    </message>
    <message>
        <source>%1 sent an interim answer (HTTP %2) where the last one was to be read.</source>
        <translation>%1 schickte eine vorläufige Antwort (HTTP %2), wo die endgültige zu lesen war.</translation>
    </message>
    <message>
        <source>%1 sent us on to another server. The credential was not sent there.</source>
        <translation>%1 verwies auf einen anderen Server. Die Zugangsdaten wurden nicht dorthin geschickt.</translation>
    </message>
    <message>
        <source>There is no certificate to pin: the address does not begin with https://.</source>
        <translation>Es gibt kein Zertifikat, das hinterlegt werden könnte: Die Adresse beginnt nicht mit https://.</translation>
    </message>
    <message>
        <source>If the operator says that it was replaced, edit the account and pin the new one; otherwise somebody may be in between.</source>
        <translation>Wenn der Betreiber sagt, dass es ersetzt wurde, bearbeiten Sie das Konto und hinterlegen Sie das neue; sonst ist vielleicht jemand dazwischen.</translation>
    </message>
</context>
<context>
    <name>JournalPage</name>
    <message>
        <source>Every change and every export, newest first. Nothing can be edited or deleted.</source>
        <translation>Alle Änderungen und Exporte, die neuesten zuerst. Nichts lässt sich bearbeiten oder löschen.</translation>
    </message>
    <message>
        <source>Cancel export</source>
        <translation>Export abbrechen</translation>
    </message>
    <message>
        <source>Verify chain</source>
        <translation>Kette prüfen</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Select an entry to see all of it.</source>
        <translation>Wählen Sie einen Eintrag aus, um ihn vollständig zu sehen.</translation>
    </message>
    <message>
        <source>Export...</source>
        <translation>Exportieren...</translation>
    </message>
    <message>
        <source>Search the journal</source>
        <translation>Journal durchsuchen</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>Account filter</source>
        <translation>Konto-Filter</translation>
    </message>
    <message>
        <source>Operation filter</source>
        <translation>Vorgangs-Filter</translation>
    </message>
    <message>
        <source>Outcome filter</source>
        <translation>Ergebnis-Filter</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>C&amp;lear filter</source>
        <translation>Fi&amp;lter löschen</translation>
    </message>
    <message>
        <source>Takes this condition away</source>
        <translation>Nimmt diese Bedingung weg</translation>
    </message>
    <message>
        <source>Show the histor&amp;y of this key</source>
        <translation>&amp;Verlauf dieses Schlüssels zeigen</translation>
    </message>
</context>
<context>
    <name>KeyDetailsPanel</name>
    <message>
        <source>&amp;History...</source>
        <translation>&amp;Verlauf...</translation>
    </message>
    <message>
        <source>What was done with this key, from its making on</source>
        <translation>Was mit diesem Schlüssel geschehen ist, von seiner Anlage an</translation>
    </message>
    <message>
        <source>Purpose, owner, review: what no vendor knows of this key</source>
        <translation>Zweck, Verantwortliche, Prüfung: was kein Anbieter von diesem Schlüssel weiß</translation>
    </message>
    <message>
        <source>N&amp;otes...</source>
        <translation>N&amp;otizen...</translation>
    </message>
</context>
<context>
    <name>KeychainDialog</name>
    <message>
        <source>Keychain check</source>
        <translation>Schlüsselbund prüfen</translation>
    </message>
    <message>
        <source>Check &amp;again</source>
        <translation>&amp;Erneut prüfen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>KeychainDoctor</name>
    <message>
        <source>A keyring that is locked after each login has another password than the login, e.g. since it was changed or restored.</source>
        <translation>Ein Schlüsselbund, der nach jeder Anmeldung gesperrt ist, hat ein anderes Passwort als die Anmeldung, etwa weil es geändert oder wiederhergestellt wurde.</translation>
    </message>
    <message>
        <source>Give it the login&apos;s password in the desktop&apos;s password manager.</source>
        <translation>Geben Sie ihm in der Passwortverwaltung des Desktops das Passwort der Anmeldung.</translation>
    </message>
    <message>
        <source>The default keyring is kept in memory only: what is stored in it is gone after the logout.</source>
        <translation>Der Standardschlüsselbund liegt nur im Arbeitsspeicher: Was darin abgelegt wird, ist nach der Abmeldung weg.</translation>
    </message>
    <message>
        <source>Create a keyring with a password in the desktop&apos;s password manager and make it the default.</source>
        <translation>Legen Sie in der Passwortverwaltung des Desktops einen Schlüsselbund mit Passwort an und machen Sie ihn zum Standard.</translation>
    </message>
    <message>
        <source>The last time the keychain worked it was %1; now it is %2, which does not have what was stored then.</source>
        <translation>Als der Schlüsselbund zuletzt funktionierte, war es %1; jetzt ist es %2, und darin ist nicht, was damals abgelegt wurde.</translation>
    </message>
    <message>
        <source>Start %1 again, or enter the credentials once more.</source>
        <translation>Starten Sie %1 wieder, oder geben Sie die Zugangsdaten noch einmal ein.</translation>
    </message>
    <message>
        <source>KeePassXC answers for the keychain, and its database is closed or exposes no group.</source>
        <translation>KeePassXC antwortet für den Schlüsselbund, und seine Datenbank ist geschlossen oder gibt keine Gruppe frei.</translation>
    </message>
    <message>
        <source>Open the database and choose an exposed group in its settings, under Secret Service Integration.</source>
        <translation>Öffnen Sie die Datenbank, und wählen Sie in ihren Einstellungen unter „Secret-Service-Integration“ eine freigegebene Gruppe.</translation>
    </message>
    <message>
        <source>QTKEYCHAIN_BACKEND is set to &quot;%1&quot;: it can choose another keychain than the desktop&apos;s.</source>
        <translation>QTKEYCHAIN_BACKEND ist auf „%1“ gesetzt: Damit kann ein anderer Schlüsselbund als der des Desktops gewählt sein.</translation>
    </message>
    <message>
        <source>Unset it, unless it was meant.</source>
        <translation>Entfernen Sie die Variable, falls das nicht gewollt ist.</translation>
    </message>
    <message>
        <source>Chatelaine runs in a Flatpak, which reaches the keyring only with a permission.</source>
        <translation>Chatelaine läuft in einem Flatpak, das den Schlüsselbund nur mit einer Berechtigung erreicht.</translation>
    </message>
    <message>
        <source>Allow the session bus name org.freedesktop.secrets, e.g. with Flatseal.</source>
        <translation>Erlauben Sie den Namen org.freedesktop.secrets des Sitzungsbusses, etwa mit Flatseal.</translation>
    </message>
    <message>
        <source>Chatelaine runs in a Snap, which reaches the keyring only with a permission.</source>
        <translation>Chatelaine läuft in einem Snap, das den Schlüsselbund nur mit einer Berechtigung erreicht.</translation>
    </message>
    <message>
        <source>Connect its interface password-manager-service.</source>
        <translation>Verbinden Sie seine Schnittstelle password-manager-service.</translation>
    </message>
    <message>
        <source>The keychain works, but slowly.</source>
        <translation>Der Schlüsselbund funktioniert, aber langsam.</translation>
    </message>
    <message>
        <source>Restart its service, or log out and in again.</source>
        <translation>Starten Sie seinen Dienst neu, oder melden Sie sich ab und wieder an.</translation>
    </message>
    <message>
        <source>Any program of yours can read what is in it, once it is unlocked.</source>
        <translation>Ist er entsperrt, kann jedes Ihrer Programme lesen, was darin ist.</translation>
    </message>
    <message>
        <source>Chatelaine stores at most 16 KiB in an entry. Windows takes 2.5 KB and may copy it to other machines of the domain.</source>
        <translation>Chatelaine legt höchstens 16 KiB in einem Eintrag ab. Windows nimmt 2,5 KB und kann ihn auf andere Rechner der Domäne kopieren.</translation>
    </message>
    <message>
        <source>Nothing is ever stored in plain text instead.</source>
        <translation>Nie wird stattdessen etwas im Klartext abgelegt.</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Write a canary and read it back</source>
        <translation>Probeeintrag schreiben und zurücklesen</translation>
    </message>
    <message>
        <source>Read it</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Remove it and look again</source>
        <translation>Entfernen und noch einmal nachsehen</translation>
    </message>
</context>
<context>
    <name>KeychainTexts</name>
    <message>
        <source>There is no D-Bus session, so the system keychain cannot be reached.</source>
        <translation>Es gibt keine D-Bus-Sitzung; der Schlüsselbund des Systems ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>No keychain service is running on this system.</source>
        <translation>Auf diesem System läuft kein Schlüsselbund-Dienst.</translation>
    </message>
    <message>
        <source>The system keychain is locked.</source>
        <translation>Der Schlüsselbund des Systems ist gesperrt.</translation>
    </message>
    <message>
        <source>Access to the system keychain was denied: its question was dismissed, or could not be shown.</source>
        <translation>Der Zugriff auf den Schlüsselbund des Systems wurde verweigert: Seine Rückfrage wurde abgewiesen oder konnte nicht angezeigt werden.</translation>
    </message>
    <message>
        <source>The system keychain did not answer in time.</source>
        <translation>Der Schlüsselbund des Systems hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>The system keychain reported success, but a second look shows otherwise.</source>
        <translation>Der Schlüsselbund des Systems meldete Erfolg, doch die Nachprüfung zeigt etwas anderes.</translation>
    </message>
    <message>
        <source>The system has a keychain service, but no keyring has been created yet.</source>
        <translation>Das System hat einen Schlüsselbund-Dienst, aber es wurde noch kein Schlüsselbund angelegt.</translation>
    </message>
    <message>
        <source>The system keychain reported an error.</source>
        <translation>Der Schlüsselbund des Systems hat einen Fehler gemeldet.</translation>
    </message>
    <message>
        <source>Start Chatelaine from a desktop session (or inside dbus-run-session), or go on for this run only, with secrets in memory.</source>
        <translation>Starten Sie Chatelaine aus einer Desktop-Sitzung (oder in dbus-run-session), oder fahren Sie nur für diesen Programmlauf fort, mit den Geheimnissen im Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>Install and start gnome-keyring, KWallet or KeePassXC&apos;s Secret Service, or go on for this run only, with secrets in memory.</source>
        <translation>Installieren und starten Sie gnome-keyring, KWallet oder den Secret Service von KeePassXC, oder fahren Sie nur für diesen Programmlauf fort, mit den Geheimnissen im Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>Unlock it when the desktop asks for its password, or in the desktop&apos;s password manager, and try again.</source>
        <translation>Entsperren Sie ihn, wenn der Desktop nach dem Passwort fragt, oder in der Passwortverwaltung des Desktops, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Try again and answer it when the desktop asks, or unlock the keyring in the desktop&apos;s password manager.</source>
        <translation>Versuchen Sie es erneut, und beantworten Sie die Rückfrage des Desktops, oder entsperren Sie den Schlüsselbund in der Passwortverwaltung des Desktops.</translation>
    </message>
    <message>
        <source>Look for a window that asks for the keyring&apos;s password, answer it, and try again.</source>
        <translation>Suchen Sie nach einem Fenster, das nach dem Passwort des Schlüsselbunds fragt, beantworten Sie es, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Look at the entry in the desktop&apos;s password manager and restart the keychain service before you try again.</source>
        <translation>Sehen Sie sich den Eintrag in der Passwortverwaltung des Desktops an, und starten Sie den Schlüsselbund-Dienst neu, bevor Sie es erneut versuchen.</translation>
    </message>
    <message>
        <source>Create a default keyring in the desktop&apos;s password manager, or log out and in again, and try again.</source>
        <translation>Legen Sie in der Passwortverwaltung des Desktops einen Standard-Schlüsselbund an, oder melden Sie sich ab und wieder an, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Restart the keychain service or log out and in again, and try again.</source>
        <translation>Starten Sie den Schlüsselbund-Dienst neu, oder melden Sie sich ab und wieder an, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The secret was not stored.</source>
        <translation>Das Geheimnis wurde nicht gespeichert.</translation>
    </message>
    <message>
        <source>The secret could not be read.</source>
        <translation>Das Geheimnis konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The secret was not removed.</source>
        <translation>Das Geheimnis wurde nicht entfernt.</translation>
    </message>
    <message>
        <source>The system keychain reported an error: %1</source>
        <translation>Der Schlüsselbund des Systems hat einen Fehler gemeldet: %1</translation>
    </message>
    <message>
        <source>The system keychain has no such entry.</source>
        <translation>Der Schlüsselbund des Systems hat keinen solchen Eintrag.</translation>
    </message>
    <message>
        <source>Enter the secret again; it may have been removed by another program.</source>
        <translation>Geben Sie das Geheimnis erneut ein; womöglich hat ein anderes Programm es entfernt.</translation>
    </message>
    <message>
        <source>The keychain was closed before it had answered.</source>
        <translation>Der Schlüsselbund wurde geschlossen, bevor er geantwortet hatte.</translation>
    </message>
    <message>
        <source>Try again after the next start.</source>
        <translation>Versuchen Sie es nach dem nächsten Start erneut.</translation>
    </message>
    <message>
        <source>The secret is not text, so the system keychain cannot hold it.</source>
        <translation>Das Geheimnis ist kein Text; der Schlüsselbund des Systems kann es nicht aufnehmen.</translation>
    </message>
    <message>
        <source>Check what was entered: a key consists of letters, digits and signs.</source>
        <translation>Prüfen Sie die Eingabe: Ein Schlüssel besteht aus Buchstaben, Ziffern und Zeichen.</translation>
    </message>
    <message>
        <source>QT_NO_GLIB or QT_NO_THREADED_GLIB is set; with it the keyring would never answer. Unset it and start again.</source>
        <translation>QT_NO_GLIB oder QT_NO_THREADED_GLIB ist gesetzt; damit würde der Schlüsselbund nie antworten. Heben Sie die Variable auf, und starten Sie erneut.</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Search keys</source>
        <translation>Schlüssel suchen</translation>
    </message>
    <message>
        <source>Every word must occur somewhere in the row (Ctrl+F)</source>
        <translation>Jedes Wort muss irgendwo in der Zeile vorkommen (Strg+F)</translation>
    </message>
    <message>
        <source>&amp;State filter</source>
        <translation>&amp;Zustand</translation>
    </message>
    <message>
        <source>Add an existing key…</source>
        <translation>Vorhandenen hinzufügen…</translation>
    </message>
    <message>
        <source>New key…</source>
        <translation>Neuer Schlüssel…</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
</context>
<context>
    <name>LeakDialog</name>
    <message>
        <source>Leaked keys</source>
        <translation>Bekannt gewordene Schlüssel</translation>
    </message>
    <message>
        <source>Copy the leaked values, one on each line, and paste them here. They are compared on this computer with the keychain and with the masked values of all keys. They are sent nowhere and written nowhere.</source>
        <translation>Kopieren Sie die bekannt gewordenen Werte, einen je Zeile, und fügen Sie sie hier ein. Sie werden auf diesem Computer mit dem Schlüsselbund und den maskierten Werten aller Schlüssel verglichen. Sie werden nirgendwohin gesendet und nirgends aufgeschrieben.</translation>
    </message>
    <message>
        <source>&amp;Paste values</source>
        <translation>Werte &amp;einfügen</translation>
    </message>
    <message>
        <source>Whose keys the values are</source>
        <translation>Zu welchen Schlüsseln die Werte gehören</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>Gewissheit</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Also &amp;likely keys, where one alone begins and ends like the value</source>
        <translation>Auch &amp;wahrscheinliche Schlüssel, wenn nur einer so beginnt und endet wie der Wert</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>LocatedJson</name>
    <message>
        <source>the member stands here twice</source>
        <translation>dieses Element steht hier zweimal</translation>
    </message>
    <message>
        <source>this is not JSON: %1</source>
        <translation>das ist kein JSON: %1</translation>
    </message>
</context>
<context>
    <name>LockPage</name>
    <message>
        <source>Chatelaine is locked</source>
        <translation>Chatelaine ist gesperrt</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Passphrase</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>&amp;Entsperren</translation>
    </message>
</context>
<context>
    <name>LockSettingsDialog</name>
    <message>
        <source>Lock</source>
        <translation>Sperre</translation>
    </message>
    <message>
        <source>With a passphrase of its own, Chatelaine locks when the screen is locked, before the computer sleeps and when nobody uses it. The passphrase cannot be recovered; it does not encrypt anything, and any program of yours can still ask the keychain.</source>
        <translation>Mit einer eigenen Passphrase sperrt sich Chatelaine, wenn der Bildschirm gesperrt wird, bevor der Computer schläft und wenn niemand ihn benutzt. Die Passphrase kann nicht wiederhergestellt werden; sie verschlüsselt nichts, und jedes Ihrer Programme kann weiterhin den Schlüsselbund fragen.</translation>
    </message>
    <message>
        <source>C&amp;urrent passphrase</source>
        <translation>B&amp;isherige Passphrase</translation>
    </message>
    <message>
        <source>&amp;New passphrase</source>
        <translation>&amp;Neue Passphrase</translation>
    </message>
    <message>
        <source>New passphrase &amp;again</source>
        <translation>Neue Passphrase no&amp;ch einmal</translation>
    </message>
    <message>
        <source>&amp;Remove passphrase</source>
        <translation>Passphrase &amp;entfernen</translation>
    </message>
    <message>
        <source>&amp;Set passphrase</source>
        <translation>Passphrase fest&amp;legen</translation>
    </message>
    <message>
        <source>&amp;Lock when nobody uses the computer</source>
        <translation>&amp;Sperren, wenn niemand den Computer benutzt</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>for </source>
        <translation>seit </translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Chatelaine</source>
        <translation>Chatelaine</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>Nutzung</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>&amp;Schlüssel</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Connect an account…</source>
        <translation>Konto &amp;verbinden…</translation>
    </message>
    <message>
        <source>&amp;Disconnect account…</source>
        <translation>Konto &amp;trennen…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>Sch&amp;lüssel</translation>
    </message>
    <message>
        <source>&amp;Usage</source>
        <translation>&amp;Nutzung</translation>
    </message>
    <message>
        <source>&amp;Journal</source>
        <translation>&amp;Journal</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>&amp;Sync</source>
        <translation>S&amp;ynchronisieren</translation>
    </message>
    <message>
        <source>&amp;Cancel sync</source>
        <translation>Synchronisieren &amp;abbrechen</translation>
    </message>
    <message>
        <source>&amp;New key…</source>
        <translation>&amp;Neuer Schlüssel…</translation>
    </message>
    <message>
        <source>&amp;Add an existing key…</source>
        <translation>&amp;Vorhandenen Schlüssel hinzufügen…</translation>
    </message>
    <message>
        <source>Chec&amp;k key</source>
        <translation>Schlüssel &amp;prüfen</translation>
    </message>
    <message>
        <source>Copy re&amp;ference</source>
        <translation>&amp;Referenz kopieren</translation>
    </message>
    <message>
        <source>&amp;Enable</source>
        <translation>&amp;Aktivieren</translation>
    </message>
    <message>
        <source>D&amp;isable</source>
        <translation>&amp;Deaktivieren</translation>
    </message>
    <message>
        <source>&amp;Revoke…</source>
        <translation>&amp;Widerrufen…</translation>
    </message>
    <message>
        <source>De&amp;lete…</source>
        <translation>&amp;Löschen…</translation>
    </message>
    <message>
        <source>&amp;About Chatelaine</source>
        <translation>Ü&amp;ber Chatelaine</translation>
    </message>
    <message>
        <source>Webhooks</source>
        <translation>Webhooks</translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation>&amp;Konto</translation>
    </message>
    <message>
        <source>&amp;Edit account…</source>
        <translation>Konto b&amp;earbeiten…</translation>
    </message>
    <message>
        <source>Export the &amp;vendor&apos;s audit log…</source>
        <translation>Prüfprotokoll des &amp;Anbieters exportieren…</translation>
    </message>
    <message>
        <source>&amp;Webhooks</source>
        <translation>&amp;Webhooks</translation>
    </message>
    <message>
        <source>How to &amp;use…</source>
        <translation>Ben&amp;utzung…</translation>
    </message>
    <message>
        <source>E&amp;dit…</source>
        <translation>&amp;Bearbeiten…</translation>
    </message>
    <message>
        <source>R&amp;otate…</source>
        <translation>R&amp;otieren…</translation>
    </message>
    <message>
        <source>Re&amp;place…</source>
        <translation>&amp;Ersetzen…</translation>
    </message>
    <message>
        <source>&amp;Lock now</source>
        <translation>Jetzt &amp;sperren</translation>
    </message>
    <message>
        <source>Lock setti&amp;ngs…</source>
        <translation>Sperre ein&amp;stellen…</translation>
    </message>
    <message>
        <source>&amp;Keychain check…</source>
        <translation>&amp;Schlüsselbund prüfen…</translation>
    </message>
    <message>
        <source>One-ti&amp;me secrets…</source>
        <translation>Ein&amp;malige Geheimnisse …</translation>
    </message>
    <message>
        <source>&amp;Verify an export…</source>
        <translation>Export &amp;prüfen …</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>&amp;Team…</source>
        <translation>&amp;Team…</translation>
    </message>
    <message>
        <source>N&amp;otes…</source>
        <translation>N&amp;otizen…</translation>
    </message>
</context>
<context>
    <name>NewKeyDialog</name>
    <message>
        <source>New key</source>
        <translation>Neuer Schlüssel</translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation>&amp;Konto</translation>
    </message>
    <message>
        <source>&amp;Kind of key</source>
        <translation>&amp;Art des Schlüssels</translation>
    </message>
    <message>
        <source>&amp;Make the key all the same: I store its secret myself, at once</source>
        <translation>Schlüssel &amp;trotzdem anlegen: Ich speichere sein Geheimnis sofort selbst</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Create key</source>
        <translation>Schlüssel anlegen</translation>
    </message>
</context>
<context>
    <name>NotesDialog</name>
    <message>
        <source>Notes, review and exceptions</source>
        <translation>Notizen, Prüfung und Ausnahmen</translation>
    </message>
    <message>
        <source>&amp;Notes</source>
        <translation>&amp;Notizen</translation>
    </message>
    <message>
        <source>What no vendor knows. It goes into the journal, to the team and into the audit report; nothing is sent to the vendor.</source>
        <translation>Was kein Anbieter weiß. Es kommt ins Journal, zum Team und in den Prüfbericht; an den Anbieter wird nichts gesendet.</translation>
    </message>
    <message>
        <source>&amp;Write down the notes</source>
        <translation>Notizen &amp;festhalten</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>&amp;Prüfung</translation>
    </message>
    <message>
        <source>&amp;Decision</source>
        <translation>&amp;Entscheidung</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Wählen</translation>
    </message>
    <message>
        <source>Rea&amp;son</source>
        <translation>&amp;Grund</translation>
    </message>
    <message>
        <source>Reason of the review</source>
        <translation>Grund der Entscheidung</translation>
    </message>
    <message>
        <source>A decision changes nothing at the vendor: revoke or edit the key for that. The report shows what was done after the review.</source>
        <translation>Eine Entscheidung ändert beim Anbieter nichts: widerrufen oder bearbeiten Sie dafür den Schlüssel. Der Bericht zeigt, was nach der Prüfung getan wurde.</translation>
    </message>
    <message>
        <source>Write down the re&amp;view</source>
        <translation>Prüfung &amp;festhalten</translation>
    </message>
    <message>
        <source>&amp;Exceptions</source>
        <translation>&amp;Ausnahmen</translation>
    </message>
    <message>
        <source>No finding is accepted. Until its end, an accepted finding stays in lists and reports, and is marked.</source>
        <translation>Kein Befund ist akzeptiert. Ein akzeptierter Befund bleibt bis zum Ende der Ausnahme in Listen und Berichten und ist gekennzeichnet.</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>Ausnahmen</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>Genehmigt von</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>En&amp;d the exception</source>
        <translation>Ausnahme &amp;beenden</translation>
    </message>
    <message>
        <source>&amp;Finding</source>
        <translation>&amp;Befund</translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation>B&amp;is</translation>
    </message>
    <message>
        <source>&amp;Approved by</source>
        <translation>Geneh&amp;migt von</translation>
    </message>
    <message>
        <source>Reason of the exception</source>
        <translation>Grund der Ausnahme</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Acknowledged &amp;by</source>
        <translation>&amp;Bestätigt von</translation>
    </message>
    <message>
        <source>Acknowledged by</source>
        <translation>Bestätigt von</translation>
    </message>
    <message>
        <source>Ac&amp;knowledge the review</source>
        <translation>Prüfung bes&amp;tätigen</translation>
    </message>
    <message>
        <source>Name of the manager</source>
        <translation>Name in der Leitung</translation>
    </message>
</context>
<context>
    <name>OperationLock</name>
    <message>
        <source>Another running program is working on this operation.</source>
        <translation>Ein anderes laufendes Programm arbeitet an diesem Vorgang.</translation>
    </message>
    <message>
        <source>Wait until it has finished, or close it.</source>
        <translation>Warten Sie, bis es fertig ist, oder schließen Sie es.</translation>
    </message>
    <message>
        <source>The lock file %1 cannot be used: %2</source>
        <translation>Die Sperrdatei %1 ist nicht benutzbar: %2</translation>
    </message>
    <message>
        <source>Check the folder&apos;s permissions and the free space on the disk.</source>
        <translation>Prüfen Sie die Rechte des Ordners und den freien Speicherplatz.</translation>
    </message>
</context>
<context>
    <name>Passphrase</name>
    <message>
        <source>The passphrase could not be worked on.</source>
        <translation>Die Passphrase konnte nicht verarbeitet werden.</translation>
    </message>
    <message>
        <source>What the keychain has of the passphrase is damaged.</source>
        <translation>Was der Schlüsselbund über die Passphrase weiß, ist beschädigt.</translation>
    </message>
</context>
<context>
    <name>Payment</name>
    <message>
        <source>What the server asks for is too long to be read.</source>
        <translation>Was der Server verlangt, ist zu lang, um gelesen zu werden.</translation>
    </message>
    <message>
        <source>What the server asks for cannot be read.</source>
        <translation>Was der Server verlangt, ist nicht lesbar.</translation>
    </message>
    <message>
        <source>What the server asks for is not complete: &quot;%1&quot; is missing.</source>
        <translation>Was der Server verlangt, ist unvollständig: „%1“ fehlt.</translation>
    </message>
    <message>
        <source>The server does not say clearly what is to be paid.</source>
        <translation>Der Server sagt nicht klar, was zu zahlen ist.</translation>
    </message>
    <message>
        <source>This offer is over.</source>
        <translation>Dieses Angebot ist abgelaufen.</translation>
    </message>
</context>
<context>
    <name>PracticeProgram</name>
    <message>
        <source>A port or latency is not a number in range.</source>
        <translation>Ein Port oder eine Latenz ist keine zulässige Zahl.</translation>
    </message>
    <message>
        <source>Write --populate as projects=N,keys=N.</source>
        <translation>Schreiben Sie --populate als projects=N,keys=N.</translation>
    </message>
    <message>
        <source>A local stand-in for Tempered, Tempo, Temporis and Confident AI.</source>
        <translation>Ein lokaler Ersatz für Tempered, Tempo, Temporis und Confident AI.</translation>
    </message>
    <message>
        <source>Port of the control listener; the systems follow. 0 takes free ports.</source>
        <translation>Port des Steuerungsdienstes; die Systeme folgen darauf. 0 nimmt freie Ports.</translation>
    </message>
    <message>
        <source>Keep everything in this file. Without it, in memory.</source>
        <translation>Alles in dieser Datei aufbewahren. Ohne sie im Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>Wait this many milliseconds before every answer.</source>
        <translation>Vor jeder Antwort so viele Millisekunden warten.</translation>
    </message>
    <message>
        <source>Serve the four systems over HTTPS.</source>
        <translation>Die vier Systeme über HTTPS anbieten.</translation>
    </message>
    <message>
        <source>Add this many projects and keys to a new database.</source>
        <translation>Einer neuen Datenbank so viele Projekte und Schlüssel hinzufügen.</translation>
    </message>
    <message>
        <source>End when standard input ends.</source>
        <translation>Beenden, wenn die Standardeingabe endet.</translation>
    </message>
    <message>
        <source>There are no arguments without a dash.</source>
        <translation>Argumente ohne Bindestrich gibt es nicht.</translation>
    </message>
    <message>
        <source>--no-credentials goes with --database only.</source>
        <translation>--no-credentials geht nur zusammen mit --database.</translation>
    </message>
    <message>
        <source>Do not print the sample credentials: FILE.credentials has them.</source>
        <translation>Die Beispiel-Zugangsdaten nicht ausgeben: Sie stehen in FILE.credentials.</translation>
    </message>
</context>
<context>
    <name>Profile</name>
    <message>
        <source>The profile in %1 was made by a newer version.</source>
        <translation>Das Profil in %1 stammt von einer neueren Version.</translation>
    </message>
    <message>
        <source>Install the newer version, or use another profile folder.</source>
        <translation>Installieren Sie die neuere Version, oder verwenden Sie einen anderen Profilordner.</translation>
    </message>
    <message>
        <source>The profile file %1 is damaged.</source>
        <translation>Die Profildatei %1 ist beschädigt.</translation>
    </message>
    <message>
        <source>Put it back from a backup, or use another profile folder.</source>
        <translation>Stellen Sie sie aus einer Sicherung wieder her, oder verwenden Sie einen anderen Profilordner.</translation>
    </message>
    <message>
        <source>Check the folder&apos;s permissions and the space on its disk.</source>
        <translation>Prüfen Sie die Rechte des Ordners und den Platz auf seinem Datenträger.</translation>
    </message>
    <message>
        <source>The profile folder %1 cannot be made.</source>
        <translation>Der Profilordner %1 kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>The profile in %1 cannot be written: %2.</source>
        <translation>Das Profil in %1 kann nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>The profile file %1 cannot be read: %2.</source>
        <translation>Die Profildatei %1 kann nicht gelesen werden: %2.</translation>
    </message>
</context>
<context>
    <name>ProgramRun</name>
    <message numerus="yes">
        <source>&quot;%1&quot; did not end within %n second(s).</source>
        <translation>
            <numerusform>„%1“ endete nicht innerhalb von %n Sekunde.</numerusform>
            <numerusform>„%1“ endete nicht innerhalb von %n Sekunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be started: %2</source>
        <translation>„%1“ kann nicht gestartet werden: %2</translation>
    </message>
    <message>
        <source>The system has no room to hand &quot;%1&quot; its input.</source>
        <translation>Das System hat keinen Platz, „%1“ die Eingabe zu übergeben.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; crashed.</source>
        <translation>„%1“ ist abgestürzt.</translation>
    </message>
</context>
<context>
    <name>ProviderClient</name>
    <message>
        <source>This is not the address of a server.</source>
        <translation>Das ist nicht die Adresse eines Servers.</translation>
    </message>
    <message>
        <source>Enter an address that begins with https://.</source>
        <translation>Geben Sie eine Adresse ein, die mit https:// beginnt.</translation>
    </message>
    <message>
        <source>An id of the vendor&apos;s cannot stand in an address.</source>
        <translation>Eine ID des Anbieters kann nicht in einer Adresse stehen.</translation>
    </message>
    <message>
        <source>The vendor&apos;s list shows that this was done already.</source>
        <translation>Die Liste des Anbieters zeigt, dass das schon geschehen ist.</translation>
    </message>
    <message numerus="yes">
        <source>It may take %n seconds until every server knows.</source>
        <translation>
            <numerusform>Es kann %n Sekunde dauern, bis alle Server es wissen.</numerusform>
            <numerusform>Es kann %n Sekunden dauern, bis alle Server es wissen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The vendor said yes; its list could not be read, so there is no proof yet.</source>
        <translation>Der Anbieter hat zugestimmt; seine Liste konnte nicht gelesen werden, ein Nachweis fehlt also noch.</translation>
    </message>
    <message>
        <source>The key is no longer in the vendor&apos;s list.</source>
        <translation>Der Schlüssel steht nicht mehr in der Liste des Anbieters.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing.</source>
        <translation>„%1“ fehlt.</translation>
    </message>
    <message>
        <source>The value of &quot;%1&quot; is not of the right form.</source>
        <translation>Der Wert von „%1“ hat nicht die richtige Form.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is longer than %2 characters.</source>
        <translation>„%1“ ist länger als %2 Zeichen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is shorter than %2 characters.</source>
        <translation>„%1“ ist kürzer als %2 Zeichen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; holds a line break or another control character.</source>
        <translation>„%1“ enthält einen Zeilenumbruch oder ein anderes Steuerzeichen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be one of: %2.</source>
        <translation>„%1“ muss einer dieser Werte sein: %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has more than %2 entries.</source>
        <translation>„%1“ hat mehr als %2 Einträge.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a whole number from %2 to %3.</source>
        <translation>„%1“ muss eine ganze Zahl von %2 bis %3 sein.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a whole number of at least %2.</source>
        <translation>„%1“ muss eine ganze Zahl von mindestens %2 sein.</translation>
    </message>
    <message>
        <source>This kind of key cannot be checked.</source>
        <translation>Diese Art von Schlüssel lässt sich nicht prüfen.</translation>
    </message>
    <message>
        <source>This is not a secret of %1: it holds spaces, line breaks or foreign characters. Nothing was sent.</source>
        <translation>Das ist kein Geheimnis von %1: Es enthält Leerzeichen, Zeilenumbrüche oder fremde Zeichen. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>%1 accepts this key.</source>
        <translation>%1 nimmt diesen Schlüssel an.</translation>
    </message>
    <message>
        <source>%1 refuses this key.</source>
        <translation>%1 weist diesen Schlüssel ab.</translation>
    </message>
    <message>
        <source>The answer (HTTP %1) does not tell whether this key works.</source>
        <translation>Die Antwort (HTTP %1) sagt nicht, ob dieser Schlüssel gilt.</translation>
    </message>
    <message>
        <source>The vendor does not accept the credential.</source>
        <translation>Der Anbieter nimmt die Zugangsdaten nicht an.</translation>
    </message>
    <message>
        <source>The vendor does not allow this to the credential in use.</source>
        <translation>Der Anbieter erlaubt das mit den benutzten Zugangsdaten nicht.</translation>
    </message>
    <message>
        <source>The vendor does not know what was asked for.</source>
        <translation>Der Anbieter kennt nicht, wonach gefragt wurde.</translation>
    </message>
    <message>
        <source>The vendor says that this conflicts with how things are now.</source>
        <translation>Der Anbieter sagt, dass dies dem jetzigen Stand widerspricht.</translation>
    </message>
    <message>
        <source>The vendor asks to wait: too many requests.</source>
        <translation>Der Anbieter bittet um Geduld: zu viele Anfragen.</translation>
    </message>
    <message>
        <source>The quota is used up.</source>
        <translation>Das Kontingent ist aufgebraucht.</translation>
    </message>
    <message>
        <source>The vendor asks for a payment.</source>
        <translation>Der Anbieter verlangt eine Zahlung.</translation>
    </message>
    <message>
        <source>The vendor does not accept what was entered.</source>
        <translation>Der Anbieter nimmt die Eingabe nicht an.</translation>
    </message>
    <message>
        <source>This server cannot do that.</source>
        <translation>Dieser Server kann das nicht.</translation>
    </message>
    <message>
        <source>The server sends this request to another address.</source>
        <translation>Der Server verweist diese Anfrage an eine andere Adresse.</translation>
    </message>
    <message>
        <source>The vendor&apos;s server failed (HTTP %1).</source>
        <translation>Der Server des Anbieters hat versagt (HTTP %1).</translation>
    </message>
    <message>
        <source>The vendor&apos;s answer could not be understood (HTTP %1).</source>
        <translation>Die Antwort des Anbieters war nicht zu verstehen (HTTP %1).</translation>
    </message>
    <message>
        <source>Enter a valid credential for this account.</source>
        <translation>Geben Sie gültige Zugangsdaten für dieses Konto ein.</translation>
    </message>
    <message>
        <source>Correct the address of this account: redirects are never followed.</source>
        <translation>Berichtigen Sie die Adresse dieses Kontos: Weiterleitungen wird nie gefolgt.</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>The vendor reports a failure.</source>
        <translation>Der Anbieter meldet einen Fehler.</translation>
    </message>
    <message>
        <source>%1 does not export an audit log from here.</source>
        <translation>%1 exportiert von hier aus kein Prüfprotokoll.</translation>
    </message>
    <message>
        <source>The vendor&apos;s answer does not tell which export it began.</source>
        <translation>Die Antwort des Anbieters nennt den begonnenen Export nicht.</translation>
    </message>
    <message>
        <source>The file %1 could not be written: %2</source>
        <translation>Die Datei %1 konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>A key comes with it, but the vendor did not return its secret. Revoke that key: nobody has its secret.</source>
        <translation>Ein Schlüssel gehört dazu, aber der Anbieter hat dessen Geheimnis nicht geliefert. Widerrufen Sie ihn: Niemand hat sein Geheimnis.</translation>
    </message>
    <message>
        <source>The file that the vendor sent is damaged or not complete. Nothing was kept of it.</source>
        <translation>Die gesendete Datei ist beschädigt oder unvollständig. Nichts davon wurde behalten.</translation>
    </message>
    <message>
        <source>The file that the vendor sent unpacks to more than can be right. Nothing was kept of it.</source>
        <translation>Die gesendete Datei wird beim Entpacken unglaubhaft groß. Nichts davon wurde behalten.</translation>
    </message>
    <message>
        <source>The file could not be written: %1</source>
        <translation>Die Datei konnte nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>The old secret may have stopped working, and nobody has the new one: rotate this key again.</source>
        <translation>Das alte Geheimnis gilt womöglich nicht mehr, und das neue hat niemand: Rotieren Sie diesen Schlüssel noch einmal.</translation>
    </message>
    <message>
        <source>The vendor&apos;s list could not be read to see how the key stands.</source>
        <translation>Die Liste des Anbieters war nicht lesbar; wie es um den Schlüssel steht, ist offen.</translation>
    </message>
    <message numerus="yes">
        <source>It may take about %n minute(s) until it stops working everywhere.</source>
        <translation>
            <numerusform>Es kann etwa eine Minute dauern, bis er nirgends mehr gilt.</numerusform>
            <numerusform>Es kann etwa %n Minuten dauern, bis er nirgends mehr gilt.</numerusform>
        </translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>deaktiviert</translation>
    </message>
    <message>
        <source>rotating</source>
        <translation>in Rotation</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>widerrufen</translation>
    </message>
    <message>
        <source>Also</source>
        <translation>Außerdem</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be set for a key in this state.</source>
        <translation>„%1“ kann für einen Schlüssel in diesem Zustand nicht gesetzt werden.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a whole number of days from %2 to %3.</source>
        <translation>„%1“ muss eine ganze Zahl von Tagen von %2 bis %3 sein.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a whole number of hours from %2 to %3.</source>
        <translation>„%1“ muss eine ganze Zahl von Stunden von %2 bis %3 sein.</translation>
    </message>
    <message>
        <source>%1 does not offer this for webhooks.</source>
        <translation>%1 bietet das für Webhooks nicht an.</translation>
    </message>
    <message>
        <source>A webhook needs another place: %1.</source>
        <translation>Ein Webhook gehört an einen anderen Ort: %1.</translation>
    </message>
    <message>
        <source>The receiver took it.</source>
        <translation>Der Empfänger hat es angenommen.</translation>
    </message>
    <message>
        <source>The receiver did not take it.</source>
        <translation>Der Empfänger hat es nicht angenommen.</translation>
    </message>
    <message>
        <source>The receiver did not take it: %1</source>
        <translation>Der Empfänger hat es nicht angenommen: %1</translation>
    </message>
    <message>
        <source>The vendor&apos;s list shows that it was gone already.</source>
        <translation>Die Liste des Anbieters zeigt, dass es schon weg war.</translation>
    </message>
    <message>
        <source>The vendor said yes, but its list still shows the webhook as before.</source>
        <translation>Der Anbieter hat zugestimmt, aber seine Liste zeigt den Webhook noch wie zuvor.</translation>
    </message>
    <message>
        <source>The vendor said yes, but neither its answer nor its list tells what was made.</source>
        <translation>Der Anbieter sagte ja, aber weder seine Antwort noch seine Liste sagt, was entstanden ist.</translation>
    </message>
    <message>
        <source>Sync the account to see whether it is there.</source>
        <translation>Synchronisieren Sie das Konto, um zu sehen, ob es da ist.</translation>
    </message>
    <message>
        <source>The vendor said yes (HTTP %1), but its answer holds no new secret that can be used.</source>
        <translation>Der Anbieter sagte ja (HTTP %1), aber seine Antwort enthält kein brauchbares neues Geheimnis.</translation>
    </message>
    <message numerus="yes">
        <source>The vendor accepted this, but still lists the key as before. It says that this may take %n seconds.</source>
        <translation>
            <numerusform>Der Anbieter hat das angenommen, führt den Schlüssel aber wie zuvor. Nach seinen Angaben kann es %n Sekunde dauern.</numerusform>
            <numerusform>Der Anbieter hat das angenommen, führt den Schlüssel aber wie zuvor. Nach seinen Angaben kann es %n Sekunden dauern.</numerusform>
        </translation>
    </message>
    <message>
        <source>The vendor accepted this, but still lists the key as before.</source>
        <translation>Der Anbieter hat das angenommen, führt den Schlüssel aber wie zuvor.</translation>
    </message>
    <message>
        <source>Nobody knows whether this took effect: sync the account and look before you repeat it.</source>
        <translation>Niemand weiß, ob das gewirkt hat: Synchronisieren Sie das Konto, und sehen Sie nach, bevor Sie es wiederholen.</translation>
    </message>
    <message>
        <source>The vendor said yes (HTTP %1), but its answer holds no signing secret that can be used.</source>
        <translation>Der Anbieter sagte ja (HTTP %1), aber seine Antwort enthält kein brauchbares Signiergeheimnis.</translation>
    </message>
    <message>
        <source>List the webhooks: if it is there, delete it and make another, since nobody can verify what it sends.</source>
        <translation>Sehen Sie in der Liste der Webhooks nach: Ist er da, löschen Sie ihn und legen Sie einen anderen an, da niemand prüfen kann, was er sendet.</translation>
    </message>
    <message>
        <source>The vendor said yes (HTTP %1), but its answer cannot be read.</source>
        <translation>Der Anbieter sagte ja (HTTP %1), aber seine Antwort kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>List the webhooks to see whether it was made.</source>
        <translation>Sehen Sie in der Liste der Webhooks nach, ob er angelegt wurde.</translation>
    </message>
</context>
<context>
    <name>ProviderDefinition</name>
    <message>
        <source>the file is larger than %1 bytes</source>
        <translation>die Datei ist größer als %1 Byte</translation>
    </message>
    <message>
        <source>the file cannot be read: %1</source>
        <translation>die Datei kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>this is not the name of a header</source>
        <translation>das ist kein Name eines Headers</translation>
    </message>
    <message>
        <source>a header with a credential is some text and one {slot} at its end</source>
        <translation>ein Header mit Zugangsdaten besteht aus Text und einem {slot} an seinem Ende</translation>
    </message>
    <message>
        <source>there is no credential slot {%1} here</source>
        <translation>hier gibt es keinen Platz {%1} für Zugangsdaten</translation>
    </message>
    <message>
        <source>&quot;none&quot; stands for no credential at all</source>
        <translation>&quot;none&quot; steht für gar keine Zugangsdaten</translation>
    </message>
    <message>
        <source>this must be a path like &quot;/api/v1&quot;</source>
        <translation>das muss ein Pfad wie &quot;/api/v1&quot; sein</translation>
    </message>
    <message>
        <source>the id &quot;%1&quot; is taken</source>
        <translation>die ID „%1“ ist vergeben</translation>
    </message>
    <message>
        <source>a check must not change anything</source>
        <translation>eine Prüfung darf nichts ändern</translation>
    </message>
    <message>
        <source>this is not an HTTP status</source>
        <translation>das ist kein HTTP-Status</translation>
    </message>
    <message>
        <source>the member &quot;%1&quot; is missing</source>
        <translation>das Element &quot;%1&quot; fehlt</translation>
    </message>
    <message>
        <source>either prefix or suffix must stand here</source>
        <translation>hier muss prefix oder suffix stehen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a verb</source>
        <translation>„%1“ ist keine Aktion</translation>
    </message>
    <message>
        <source>this is not the name of a variable</source>
        <translation>das ist kein Name einer Variablen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is both a verb and external</source>
        <translation>„%1“ ist zugleich Aktion und external</translation>
    </message>
    <message>
        <source>either probes or unavailable must stand here</source>
        <translation>hier muss probes oder unavailable stehen</translation>
    </message>
    <message>
        <source>there is no metric &quot;%1&quot;</source>
        <translation>es gibt keine Kennzahl „%1“</translation>
    </message>
    <message>
        <source>a reading must not change anything</source>
        <translation>eine Ablesung darf nichts ändern</translation>
    </message>
    <message>
        <source>a path begins with /</source>
        <translation>ein Pfad beginnt mit /</translation>
    </message>
    <message>
        <source>a path holds segments and placeholders only</source>
        <translation>ein Pfad enthält nur Segmente und Platzhalter</translation>
    </message>
    <message>
        <source>the connection has no auth profile &quot;%1&quot;</source>
        <translation>die Verbindung hat kein Anmeldeprofil „%1“</translation>
    </message>
    <message>
        <source>this must be a string</source>
        <translation>das muss eine Zeichenkette sein</translation>
    </message>
    <message>
        <source>the secret {%1} may stand in an auth header only</source>
        <translation>das Geheimnis {%1} darf nur in einem Anmelde-Header stehen</translation>
    </message>
    <message>
        <source>the placeholder {%1} is unknown here</source>
        <translation>der Platzhalter {%1} ist hier unbekannt</translation>
    </message>
    <message>
        <source>this is not a header of printable ASCII</source>
        <translation>das ist kein Header aus druckbaren ASCII-Zeichen</translation>
    </message>
    <message>
        <source>a GET has no body</source>
        <translation>ein GET hat keinen Inhalt</translation>
    </message>
    <message>
        <source>a listing must not change anything: GET, or &quot;reads&quot;: true</source>
        <translation>eine Auflistung darf nichts ändern: GET oder &quot;reads&quot;: true</translation>
    </message>
    <message>
        <source>the text has no placeholder {%1}</source>
        <translation>der Text hat keinen Platzhalter {%1}</translation>
    </message>
    <message>
        <source>the placeholder {%1} is unknown</source>
        <translation>der Platzhalter {%1} ist unbekannt</translation>
    </message>
    <message>
        <source>this is not a JSON Pointer that can stand here</source>
        <translation>das ist kein JSON Pointer, der hier stehen kann</translation>
    </message>
    <message>
        <source>only a plain value can be compared</source>
        <translation>nur ein einfacher Wert lässt sich vergleichen</translation>
    </message>
    <message>
        <source>only true can stand here</source>
        <translation>hier kann nur true stehen</translation>
    </message>
    <message>
        <source>the rules after this one are never reached</source>
        <translation>die Regeln nach dieser werden nie erreicht</translation>
    </message>
    <message>
        <source>options or options_from belong to choice and multi, which need one of them</source>
        <translation>options oder options_from gehören zu choice und multi, die eines davon brauchen</translation>
    </message>
    <message>
        <source>the request does not use the field &quot;%1&quot;</source>
        <translation>die Anfrage verwendet das Feld „%1“ nicht</translation>
    </message>
    <message>
        <source>this verb must change something</source>
        <translation>diese Aktion muss etwas ändern</translation>
    </message>
    <message>
        <source>this is not a language code such as &quot;de&quot; or &quot;pt_BR&quot;</source>
        <translation>das ist kein Sprachcode wie &quot;de&quot; oder &quot;pt_BR&quot;</translation>
    </message>
    <message>
        <source>this must be an object</source>
        <translation>das muss ein Objekt sein</translation>
    </message>
    <message>
        <source>the language has no member &quot;%1&quot; here</source>
        <translation>die Sprache kennt hier kein Element &quot;%1&quot;</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an id: a lower-case letter, then letters, digits, - and _</source>
        <translation>„%1“ ist keine ID: ein Kleinbuchstabe, dann Buchstaben, Ziffern, - und _</translation>
    </message>
    <message>
        <source>this must be an https URL</source>
        <translation>das muss eine https-URL sein</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not one of %2</source>
        <translation>„%1“ ist nicht eines von %2</translation>
    </message>
    <message>
        <source>this must be a whole number</source>
        <translation>das muss eine ganze Zahl sein</translation>
    </message>
    <message>
        <source>this must be a whole number from %1 to %2</source>
        <translation>das muss eine ganze Zahl von %1 bis %2 sein</translation>
    </message>
    <message>
        <source>this must be true or false</source>
        <translation>das muss true oder false sein</translation>
    </message>
    <message>
        <source>this must be an array</source>
        <translation>das muss ein Array sein</translation>
    </message>
    <message>
        <source>this regular expression is broken: %1</source>
        <translation>dieser reguläre Ausdruck ist fehlerhaft: %1</translation>
    </message>
    <message>
        <source>this must be a JSON Pointer</source>
        <translation>das muss ein JSON Pointer sein</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a JSON Pointer that can stand here</source>
        <translation>„%1“ ist kein JSON Pointer, der hier stehen kann</translation>
    </message>
    <message>
        <source>there is no quota &quot;%1&quot;</source>
        <translation>es gibt kein Kontingent „%1“</translation>
    </message>
    <message>
        <source>there is no kind &quot;%1&quot;</source>
        <translation>es gibt keine Art „%1“</translation>
    </message>
    <message>
        <source>a rule needs a status, a code, a text, a header or a place</source>
        <translation>eine Regel braucht einen Status, einen Code, einen Text, einen Header oder eine Stelle</translation>
    </message>
    <message>
        <source>only a duration has a unit</source>
        <translation>nur eine Dauer hat eine Einheit</translation>
    </message>
    <message>
        <source>a duration with a unit needs a maximum</source>
        <translation>eine Dauer mit Einheit braucht ein Maximum</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a state of a key</source>
        <translation>„%1“ ist kein Zustand eines Schlüssels</translation>
    </message>
    <message>
        <source>this is what the rule is to find out</source>
        <translation>das soll die Regel erst herausfinden</translation>
    </message>
    <message>
        <source>exactly one of eq, present, exists, past and future must stand here</source>
        <translation>hier muss genau eines von eq, present, exists, past und future stehen</translation>
    </message>
    <message>
        <source>patched, at %1: %2</source>
        <translation>nach der Änderung, bei %1: %2</translation>
    </message>
    <message>
        <source>a probe must not change anything</source>
        <translation>eine Probe darf nichts ändern</translation>
    </message>
    <message>
        <source>a patch cannot change &quot;%1&quot;</source>
        <translation>eine Änderung kann „%1“ nicht ändern</translation>
    </message>
    <message>
        <source>every variant but the last has a probe</source>
        <translation>jede Variante außer der letzten hat eine Probe</translation>
    </message>
    <message>
        <source>this place comes after one that always counts</source>
        <translation>diese Stelle folgt auf eine, die immer gilt</translation>
    </message>
    <message>
        <source>the last place must count without a condition</source>
        <translation>die letzte Stelle muss ohne Bedingung gelten</translation>
    </message>
    <message>
        <source>the header &quot;%1&quot; belongs to the connection</source>
        <translation>die Kopfzeile „%1“ gehört zur Verbindung</translation>
    </message>
    <message>
        <source>the header &quot;%1&quot; may stand in an auth profile only</source>
        <translation>die Kopfzeile „%1“ darf nur in einem Anmeldeprofil stehen</translation>
    </message>
    <message>
        <source>this is not a regular file</source>
        <translation>das ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>a mean is weighted by a metric that is a sum</source>
        <translation>ein Mittelwert wird mit einer Kennzahl gewichtet, die eine Summe ist</translation>
    </message>
    <message>
        <source>there is no quota &quot;%1&quot; before this one</source>
        <translation>vor diesem gibt es kein Kontingent „%1“</translation>
    </message>
    <message>
        <source>&quot;*&quot; may stand at the end only</source>
        <translation>„*“ darf nur am Ende stehen</translation>
    </message>
</context>
<context>
    <name>ReplacementsDialog</name>
    <message>
        <source>Replacements</source>
        <translation>Ersetzungen</translation>
    </message>
    <message>
        <source>A new key was made, or was to be made, in the place of an old one. The old key is ended only when the new secret was stored.</source>
        <translation>An die Stelle eines alten Schlüssels tritt ein neuer, oder sollte es. Der alte wird erst beendet, wenn das neue Geheimnis gespeichert ist.</translation>
    </message>
    <message>
        <source>&amp;Keep both keys</source>
        <translation>Beide Schlüssel &amp;behalten</translation>
    </message>
    <message>
        <source>Ends the replacement where it stands; nothing is sent to the vendor</source>
        <translation>Beendet die Ersetzung, wo sie steht; an den Anbieter wird nichts gesendet</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
</context>
<context>
    <name>Secret</name>
    <message>
        <source>The secret is longer than 16 KiB.</source>
        <translation>Das Geheimnis ist länger als 16 KiB.</translation>
    </message>
    <message>
        <source>Check that what was entered is a key and not a whole file.</source>
        <translation>Prüfen Sie, ob ein Schlüssel eingegeben wurde und nicht eine ganze Datei.</translation>
    </message>
    <message>
        <source>The protected memory for secrets is full.</source>
        <translation>Der geschützte Speicher für Geheimnisse ist voll.</translation>
    </message>
    <message>
        <source>Store or discard the secrets that are still open, then try again.</source>
        <translation>Speichern oder verwerfen Sie die noch offenen Geheimnisse, und versuchen Sie es dann erneut.</translation>
    </message>
</context>
<context>
    <name>SecretDialog</name>
    <message>
        <source>Secret</source>
        <translation>Geheimnis</translation>
    </message>
    <message>
        <source>This secret is shown only now. Copy it to where it is needed, or keep it in the keychain of this computer.</source>
        <translation>Dieses Geheimnis wird nur jetzt angezeigt. Kopieren Sie es dorthin, wo es gebraucht wird, oder bewahren Sie es im Schlüsselbund dieses Computers auf.</translation>
    </message>
    <message>
        <source>Copy secret</source>
        <translation>Geheimnis kopieren</translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Hold it down to see the secret. From the keyboard, press once to see it and once more to hide it.</source>
        <translation>Halten Sie die Taste gedrückt, um das Geheimnis zu sehen. Mit der Tastatur: einmal drücken zum Anzeigen, noch einmal zum Verbergen.</translation>
    </message>
    <message>
        <source>Keep in keychain</source>
        <translation>Im Schlüsselbund aufbewahren</translation>
    </message>
    <message>
        <source>Close without storing...</source>
        <translation>Schließen ohne Speichern...</translation>
    </message>
    <message>
        <source>I have stored it</source>
        <translation>Ich habe es gespeichert</translation>
    </message>
    <message>
        <source>Revoke key</source>
        <translation>Schlüssel widerrufen</translation>
    </message>
    <message>
        <source>Copy again</source>
        <translation>Erneut kopieren</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Deliver to...</source>
        <translation>Überbringen...</translation>
    </message>
    <message>
        <source>How to use it...</source>
        <translation>Verwendung...</translation>
    </message>
    <message>
        <source>More time</source>
        <translation>Mehr Zeit</translation>
    </message>
    <message>
        <source>Starts the countdown of the clipboard anew</source>
        <translation>Lässt die Frist der Zwischenablage neu beginnen</translation>
    </message>
    <message>
        <source>Revealed, the secret can be seen in screenshots and recordings of this screen: this desktop cannot prevent it.</source>
        <translation>Aufgedeckt ist das Geheimnis in Bildschirmfotos und Aufnahmen dieses Bildschirms zu sehen: Dieser Desktop kann das nicht verhindern.</translation>
    </message>
    <message>
        <source>Show this window in screenshots and recordings</source>
        <translation>Dieses Fenster in Bildschirmfotos und Aufnahmen zeigen</translation>
    </message>
    <message>
        <source>What is to be typed</source>
        <translation>Was einzugeben ist</translation>
    </message>
    <message>
        <source>I have written it down</source>
        <translation>Ich habe es aufgeschrieben</translation>
    </message>
</context>
<context>
    <name>SecretFile</name>
    <message>
        <source>&quot;%1&quot; is not the full path of a file.</source>
        <translation>„%1“ ist kein vollständiger Pfad einer Datei.</translation>
    </message>
    <message>
        <source>The folder of %1 cannot be used: %2.</source>
        <translation>Der Ordner von %1 kann nicht benutzt werden: %2.</translation>
    </message>
    <message>
        <source>%1 is a link, a folder or a device, not a file.</source>
        <translation>%1 ist ein Verweis, ein Ordner oder ein Gerät, keine Datei.</translation>
    </message>
    <message>
        <source>%1 is there already.</source>
        <translation>%1 gibt es schon.</translation>
    </message>
    <message>
        <source>Name another file, or say that it shall be replaced.</source>
        <translation>Nennen Sie eine andere Datei, oder sagen Sie, dass sie ersetzt werden soll.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 kann nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>The file system of %1 cannot keep a file from others.</source>
        <translation>Das Dateisystem von %1 kann eine Datei nicht vor anderen schützen.</translation>
    </message>
    <message>
        <source>Others can write to the folder of %1.</source>
        <translation>Andere können in den Ordner von %1 schreiben.</translation>
    </message>
    <message>
        <source>Others can see what is in the folder of %1, not what is in the file.</source>
        <translation>Andere können sehen, was im Ordner von %1 liegt, nicht aber, was in der Datei steht.</translation>
    </message>
    <message>
        <source>%1 cannot be put in its place: %2.</source>
        <translation>%1 kann nicht an seine Stelle gebracht werden: %2.</translation>
    </message>
    <message>
        <source>What was read back from %1 is not what was written.</source>
        <translation>Was aus %1 zurückgelesen wurde, ist nicht, was geschrieben wurde.</translation>
    </message>
    <message>
        <source>Remove the file, and deliver the secret to another place.</source>
        <translation>Entfernen Sie die Datei, und überbringen Sie das Geheimnis an einen anderen Ort.</translation>
    </message>
    <message>
        <source>A file that only its owner can read is not offered on this system.</source>
        <translation>Eine Datei, die nur ihr Besitzer lesen kann, gibt es auf diesem System nicht.</translation>
    </message>
    <message>
        <source>Choose another destination.</source>
        <translation>Wählen Sie ein anderes Ziel.</translation>
    </message>
</context>
<context>
    <name>SecretPattern</name>
    <message>
        <source>%1 of %2</source>
        <comment>kind of key and vendor</comment>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>SecretSettingsDialog</name>
    <message>
        <source>One-time secrets</source>
        <translation>Einmalige Geheimnisse</translation>
    </message>
    <message>
        <source>A new secret is hidden until you look at it, and on the clipboard only until it is pasted. These are the limits if you forget; when they run out, nothing is lost.</source>
        <translation>Ein neues Geheimnis ist verborgen, bis Sie es ansehen, und nur bis zum Einfügen in der Zwischenablage. Dies sind die Grenzen, falls Sie es vergessen; wenn sie ablaufen, geht nichts verloren.</translation>
    </message>
    <message>
        <source>&amp;Hide a revealed secret after</source>
        <translation>Ein gezeigtes Geheimnis &amp;verbergen nach</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Take it off the &amp;clipboard after</source>
        <translation>Aus der &amp;Zwischenablage nehmen nach</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>TeamDialog</name>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>A team shares what its installations find and do, through a PostgreSQL database. Your journal, accounts, keys, usage and quotas are copied there, and those of the others come here. Secrets and credentials never leave this machine.</source>
        <translation>Ein Team teilt über eine PostgreSQL-Datenbank, was seine Installationen finden und tun. Ihr Journal, Ihre Konten, Schlüssel, Nutzung und Kontingente werden dorthin kopiert, und die der anderen kommen hierher. Geheimnisse und Zugangsdaten verlassen diesen Rechner nie.</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <source>Empty where the database asks for none, or ~/.pgpass has it</source>
        <translation>Leer, wenn die Datenbank keines verlangt oder es in ~/.pgpass steht</translation>
    </message>
    <message>
        <source>&amp;CA certificate</source>
        <translation>&amp;CA-Zertifikat</translation>
    </message>
    <message>
        <source>A PEM file; else ~/.postgresql/root.crt</source>
        <translation>Eine PEM-Datei; sonst ~/.postgresql/root.crt</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Letzter Kontakt</translation>
    </message>
    <message>
        <source>Installations of the team</source>
        <translation>Installationen des Teams</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Journal entries</source>
        <translation>Journaleinträge</translation>
    </message>
    <message>
        <source>&amp;Leave the team…</source>
        <translation>Team &amp;verlassen…</translation>
    </message>
    <message>
        <source>&amp;Test the connection</source>
        <translation>Verbindung &amp;testen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copy and compare &amp;now</source>
        <translation>&amp;Jetzt kopieren und vergleichen</translation>
    </message>
    <message>
        <source>&amp;Join the team</source>
        <translation>Dem Team &amp;beitreten</translation>
    </message>
</context>
<context>
    <name>TextTemplate</name>
    <message>
        <source>a } has no {</source>
        <translation>einem } fehlt das {</translation>
    </message>
    <message>
        <source>a { has no }</source>
        <translation>einem { fehlt das }</translation>
    </message>
    <message>
        <source>&quot;{%1}&quot; is not a placeholder</source>
        <translation>&quot;{%1}&quot; ist kein Platzhalter</translation>
    </message>
</context>
<context>
    <name>TimelineDialog</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>The entry in full</source>
        <translation>Der ganze Eintrag</translation>
    </message>
    <message>
        <source>Select an entry to see all of it.</source>
        <translation>Wählen Sie einen Eintrag, um ihn ganz zu sehen.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Show in the &amp;journal</source>
        <translation>Im &amp;Journal zeigen</translation>
    </message>
</context>
<context>
    <name>UsagePage</name>
    <message>
        <source>Refresh usage</source>
        <translation>Nutzung aktualisieren</translation>
    </message>
    <message>
        <source>&amp;Metric</source>
        <translation>&amp;Kennzahl</translation>
    </message>
    <message>
        <source>&amp;Grouping</source>
        <translation>&amp;Gruppierung</translation>
    </message>
    <message>
        <source>Figures of usage</source>
        <translation>Zahlen zur Nutzung</translation>
    </message>
    <message>
        <source>&amp;Interval</source>
        <translation>&amp;Zeitraum</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Stunde</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>&amp;Stacked</source>
        <translation>&amp;Gestapelt</translation>
    </message>
    <message>
        <source>Show &amp;all</source>
        <translation>&amp;Alles zeigen</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation>E&amp;xportieren</translation>
    </message>
    <message>
        <source>Legend: what the chart shows</source>
        <translation>Legende: was das Diagramm zeigt</translation>
    </message>
</context>
<context>
    <name>VendorAuditDialog</name>
    <message>
        <source>&amp;Everything that the vendor has</source>
        <translation>&amp;Alles, was der Anbieter hat</translation>
    </message>
    <message>
        <source>&amp;First day</source>
        <translation>&amp;Erster Tag</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>&amp;Last day</source>
        <translation>&amp;Letzter Tag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>&amp;Search for</source>
        <translation>&amp;Suchen nach</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>Nicht länger warten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Export to a file…</source>
        <translation>In eine Datei exportieren…</translation>
    </message>
</context>
<context>
    <name>WebhooksPage</name>
    <message>
        <source>Refresh webhooks</source>
        <translation>Webhooks aktualisieren</translation>
    </message>
    <message>
        <source>Asking the vendor...</source>
        <translation>Der Anbieter wird gefragt...</translation>
    </message>
    <message>
        <source>Edit the account…</source>
        <translation>Konto bearbeiten…</translation>
    </message>
    <message>
        <source>Webhooks</source>
        <translation>Webhooks</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>Zustellungen</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
</context>
<context>
    <name>chatelaine::AccountChange</name>
    <message>
        <source>There is already an account with the name &quot;%1&quot;.</source>
        <translation>Ein Konto mit dem Namen „%1“ gibt es schon.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>The definition file cannot be read.</source>
        <translation>Die Definitionsdatei kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Mend the file; &quot;chatelainectl providers check&quot; tells all that is wrong.</source>
        <translation>Berichtigen Sie die Datei; &quot;chatelainectl providers check&quot; nennt alle Fehler.</translation>
    </message>
    <message>
        <source>There is no provider &quot;%1&quot;.</source>
        <translation>Einen Anbieter „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>Choose one of the list, or name a definition file.</source>
        <translation>Wählen Sie einen aus der Liste, oder geben Sie eine Definitionsdatei an.</translation>
    </message>
    <message>
        <source>An account needs a name of 1 to 100 characters without a slash.</source>
        <translation>Ein Konto braucht einen Namen von 1 bis 100 Zeichen ohne Schrägstrich.</translation>
    </message>
    <message>
        <source>%1 needs the address of your own instance.</source>
        <translation>%1 braucht die Adresse Ihrer eigenen Instanz.</translation>
    </message>
    <message>
        <source>The certificate file %1 cannot be read.</source>
        <translation>Die Zertifikatsdatei %1 kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>%1 needs a credential: %2.</source>
        <translation>%1 braucht Zugangsdaten: %2.</translation>
    </message>
    <message>
        <source>This does not look like what belongs here: %1.</source>
        <translation>Das sieht nicht aus wie das, was hierher gehört: %1.</translation>
    </message>
    <message>
        <source>%1 has no credential &quot;%2&quot;.</source>
        <translation>%1 hat keine Zugangsdaten „%2“.</translation>
    </message>
    <message>
        <source>What there is: %1.</source>
        <translation>Möglich sind: %1.</translation>
    </message>
    <message>
        <source>The name of an account cannot have control characters.</source>
        <translation>Der Name eines Kontos darf keine Steuerzeichen enthalten.</translation>
    </message>
    <message>
        <source>This looks like a credential, not like the name of an account.</source>
        <translation>Das sieht nach Zugangsdaten aus, nicht nach dem Namen eines Kontos.</translation>
    </message>
    <message>
        <source>Names are stored and shown: enter the credential in its own field.</source>
        <translation>Namen werden gespeichert und gezeigt: Geben Sie die Zugangsdaten in ihr eigenes Feld ein.</translation>
    </message>
    <message>
        <source>The address must not have a user, a password, a query or a fragment.</source>
        <translation>Die Adresse darf keinen Benutzer, kein Passwort, keine Abfrage und kein Fragment enthalten.</translation>
    </message>
    <message>
        <source>Enter it without them; credentials have fields of their own.</source>
        <translation>Geben Sie sie ohne diese ein; Zugangsdaten haben eigene Felder.</translation>
    </message>
    <message>
        <source>There is something in the address that looks like a credential.</source>
        <translation>In der Adresse steht etwas, das nach Zugangsdaten aussieht.</translation>
    </message>
    <message>
        <source>Enter the address alone; credentials have fields of their own.</source>
        <translation>Geben Sie nur die Adresse ein; Zugangsdaten haben eigene Felder.</translation>
    </message>
    <message>
        <source>Nothing was sent. Approve it to go on.</source>
        <translation>Nichts wurde gesendet. Genehmigen Sie es, um fortzufahren.</translation>
    </message>
</context>
<context>
    <name>chatelaine::AccountCredentials</name>
    <message>
        <source>The environment variable %1 is not set.</source>
        <translation>Die Umgebungsvariable %1 ist nicht gesetzt.</translation>
    </message>
    <message>
        <source>Set it before the program starts, or choose another source.</source>
        <translation>Setzen Sie sie vor dem Start des Programms, oder wählen Sie eine andere Quelle.</translation>
    </message>
    <message>
        <source>The credential file %1 cannot be read: %2.</source>
        <translation>Die Datei %1 mit den Zugangsdaten kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>Check that the file exists and that you may read it.</source>
        <translation>Prüfen Sie, ob die Datei existiert und ob Sie sie lesen dürfen.</translation>
    </message>
    <message>
        <source>The account &quot;%1&quot; has no credential for this.</source>
        <translation>Das Konto „%1“ hat dafür keine Zugangsdaten.</translation>
    </message>
    <message>
        <source>Add one to the account.</source>
        <translation>Fügen Sie dem Konto welche hinzu.</translation>
    </message>
    <message>
        <source>The credential of &quot;%1&quot; was for an earlier run only.</source>
        <translation>Die Zugangsdaten von „%1“ galten nur für einen früheren Programmlauf.</translation>
    </message>
    <message>
        <source>Enter it again.</source>
        <translation>Geben Sie sie erneut ein.</translation>
    </message>
    <message>
        <source>it is not a regular file</source>
        <translation>es ist keine gewöhnliche Datei</translation>
    </message>
</context>
<context>
    <name>chatelaine::AccountFacts</name>
    <message>
        <source>from the variable %1</source>
        <translation>aus der Variable %1</translation>
    </message>
    <message>
        <source>from the file %1</source>
        <translation>aus der Datei %1</translation>
    </message>
    <message>
        <source>in memory, for this run only</source>
        <translation>im Arbeitsspeicher, nur für diesen Lauf</translation>
    </message>
    <message>
        <source>in the keychain</source>
        <translation>im Schlüsselbund</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>API generation</source>
        <translation>API-Generation</translation>
    </message>
    <message>
        <source>Credential</source>
        <translation>Zugangsdaten</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>credential and where it is</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>chatelaine::AccountService</name>
    <message>
        <source>Mend the file and check it again.</source>
        <translation>Berichtigen Sie die Datei, und prüfen Sie sie erneut.</translation>
    </message>
    <message>
        <source>This account is not there any more.</source>
        <translation>Dieses Konto gibt es nicht mehr.</translation>
    </message>
</context>
<context>
    <name>chatelaine::AddExistingDialog</name>
    <message>
        <source>Add an existing key to %1</source>
        <translation>Vorhandenen Schlüssel zu %1 hinzufügen</translation>
    </message>
    <message>
        <source>Open the vendor&apos;s dashboard</source>
        <translation>Dashboard des Anbieters öffnen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>chatelaine::AddExistingPresenter</name>
    <message>
        <source>Keys of this account are not added by hand: they come with the next synchronization.</source>
        <translation>Schlüssel dieses Kontos werden nicht von Hand hinzugefügt: Sie kommen mit der nächsten Synchronisierung.</translation>
    </message>
    <message>
        <source>Keys of %1 are made elsewhere and added here by hand.</source>
        <translation>Schlüssel von %1 werden anderswo angelegt und hier von Hand hinzugefügt.</translation>
    </message>
    <message numerus="yes">
        <source>At most %n character(s).</source>
        <translation>
            <numerusform>Höchstens %n Zeichen.</numerusform>
            <numerusform>Höchstens %n Zeichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Give it a name by which you find it again.</source>
        <translation>Geben Sie ihm einen Namen, unter dem Sie ihn wiederfinden.</translation>
    </message>
    <message>
        <source>Add key</source>
        <translation>Schlüssel hinzufügen</translation>
    </message>
    <message>
        <source>Add key &quot;%1&quot;</source>
        <translation>Schlüssel „%1“ hinzufügen</translation>
    </message>
    <message>
        <source>This does not have the form of: %1.</source>
        <translation>Das hat nicht die Form von: %1.</translation>
    </message>
    <message>
        <source>This is another credential (%1). Needed here: %2.</source>
        <translation>Das sind andere Zugangsdaten (%1). Gebraucht wird hier: %2.</translation>
    </message>
</context>
<context>
    <name>chatelaine::AuditReport</name>
    <message>
        <source>Its keys were never read.</source>
        <translation>Seine Schlüssel wurden nie gelesen.</translation>
    </message>
    <message>
        <source>The last reading was not complete.</source>
        <translation>Das letzte Lesen war nicht vollständig.</translation>
    </message>
    <message>
        <source>The last attempt to read it failed: %1</source>
        <translation>Der letzte Versuch, es zu lesen, schlug fehl: %1</translation>
    </message>
    <message>
        <source>It was last read at %1, long before the end of the period.</source>
        <translation>Es wurde zuletzt um %1 gelesen, lange vor dem Ende des Zeitraums.</translation>
    </message>
    <message>
        <source>the beginning of the journal</source>
        <translation>Beginn des Journals</translation>
    </message>
    <message>
        <source>From %1 until before %2</source>
        <translation>Von %1 bis vor %2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Admin scope; older than %1 days; secret held for longer than %2 hours. List of clauses: SHA-256 %3.</source>
        <translation>Admin-Rechte; älter als %1 Tage; Geheimnis länger als %2 Stunden aufbewahrt. Liste der Klauseln: SHA-256 %3.</translation>
    </message>
    <message>
        <source>%1, entries: %2, root of the tree: %3</source>
        <translation>%1, Einträge: %2, Wurzel des Baums: %3</translation>
    </message>
    <message>
        <source>less than %1 days</source>
        <translation>weniger als %1 Tage</translation>
    </message>
    <message>
        <source>%1 to %2 days</source>
        <translation>%1 bis %2 Tage</translation>
    </message>
    <message>
        <source>%1 days or more</source>
        <translation>%1 Tage oder mehr</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Made at</source>
        <translation>Erstellt am</translation>
    </message>
    <message>
        <source>%1 (local time %2)</source>
        <translation>%1 (Ortszeit %2)</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Erstellt von</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>no account</source>
        <translation>kein Konto</translation>
    </message>
    <message>
        <source>%1 (not asked for)</source>
        <translation>%1 (nicht verlangt)</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Keys: %1. Events: %2. Findings: %3.</source>
        <translation>Schlüssel: %1. Ereignisse: %2. Befunde: %3.</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Signer</source>
        <translation>Unterzeichner</translation>
    </message>
    <message>
        <source>not signed</source>
        <translation>nicht unterschrieben</translation>
    </message>
    <message>
        <source>Key with the fingerprint %1: an evidence pack is signed with it, and VERIFY.txt in it says how to verify it.</source>
        <translation>Schlüssel mit dem Fingerabdruck %1: Ein Nachweispaket ist damit unterschrieben, und VERIFY.txt darin sagt, wie man es prüft.</translation>
    </message>
    <message>
        <source>Handling</source>
        <translation>Umgang</translation>
    </message>
    <message>
        <source>Confidential. Names, masks and ids of keys; no secrets.</source>
        <translation>Vertraulich. Namen, Masken und IDs von Schlüsseln; keine Geheimnisse.</translation>
    </message>
    <message>
        <source>Keys by state</source>
        <translation>Schlüssel nach Zustand</translation>
    </message>
    <message>
        <source>Keys by age</source>
        <translation>Schlüssel nach Alter</translation>
    </message>
    <message>
        <source>Findings by rule</source>
        <translation>Befunde nach Regel</translation>
    </message>
    <message>
        <source>API keys: audit report</source>
        <translation>API-Schlüssel: Prüfbericht</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Account id</source>
        <translation>Konto-ID</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>Was fehlt</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Read at</source>
        <translation>Gelesen am</translation>
    </message>
    <message>
        <source>Last complete at</source>
        <translation>Zuletzt vollständig am</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>Gelesen als</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Definition</translation>
    </message>
    <message>
        <source>SHA-256 of the definition</source>
        <translation>SHA-256 der Definition</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Request ids</source>
        <translation>Anfrage-IDs</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Row id</source>
        <translation>Zeilen-ID</translation>
    </message>
    <message>
        <source>Organization, project</source>
        <translation>Organisation, Projekt</translation>
    </message>
    <message>
        <source>Ids of these</source>
        <translation>Deren IDs</translation>
    </message>
    <message>
        <source>Vendor&apos;s id</source>
        <translation>ID beim Anbieter</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Maske</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Owner, as the vendor says</source>
        <translation>Eigentümer laut Anbieter</translation>
    </message>
    <message>
        <source>Made here by</source>
        <translation>Hier erstellt von</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>State since</source>
        <translation>Zustand seit</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Days old</source>
        <translation>Alter in Tagen</translation>
    </message>
    <message>
        <source>Last rotated</source>
        <translation>Zuletzt rotiert</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Days left</source>
        <translation>Tage übrig</translation>
    </message>
    <message>
        <source>Last use</source>
        <translation>Letzte Nutzung</translation>
    </message>
    <message>
        <source>Last used at</source>
        <translation>Zuletzt benutzt am</translation>
    </message>
    <message>
        <source>Precision in seconds</source>
        <translation>Genauigkeit in Sekunden</translation>
    </message>
    <message>
        <source>Uses known since</source>
        <translation>Nutzung bekannt seit</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <source>Admin rights</source>
        <translation>Admin-Rechte</translation>
    </message>
    <message>
        <source>Where the secret was brought</source>
        <translation>Wohin das Geheimnis gebracht wurde</translation>
    </message>
    <message>
        <source>Used by this account</source>
        <translation>Von diesem Konto benutzt</translation>
    </message>
    <message>
        <source>Ended here by</source>
        <translation>Hier beendet von</translation>
    </message>
    <message>
        <source>Vanished</source>
        <translation>Verschwunden</translation>
    </message>
    <message>
        <source>Replaced by</source>
        <translation>Ersetzt durch</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Where this row is from</source>
        <translation>Woher diese Zeile ist</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>Zuerst gesehen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Row id of the key</source>
        <translation>Zeilen-ID des Schlüssels</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Clauses it may touch</source>
        <translation>Klauseln, die es berühren kann</translation>
    </message>
    <message>
        <source>Quotas</source>
        <translation>Kontingente</translation>
    </message>
    <message>
        <source>Quota</source>
        <translation>Kontingent</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Verbraucht</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>Starts anew</source>
        <translation>Beginnt neu</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>Runs out at the earliest</source>
        <translation>Frühestens aufgebraucht</translation>
    </message>
    <message>
        <source>At the latest</source>
        <translation>Spätestens</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>Request id</source>
        <translation>Anfrage-ID</translation>
    </message>
    <message>
        <source>Installation</source>
        <translation>Installation</translation>
    </message>
    <message>
        <source>Hash before</source>
        <translation>Hash davor</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>Hash</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Access review</source>
        <translation>Prüfung der Zugriffe</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>Prüfer</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Reviewed on</source>
        <translation>Geprüft am</translation>
    </message>
    <message>
        <source>Reconciliation</source>
        <translation>Abgleich</translation>
    </message>
    <message>
        <source>Keys in this report</source>
        <translation>Schlüssel in diesem Bericht</translation>
    </message>
    <message>
        <source>Made with Chatelaine</source>
        <translation>Mit Chatelaine erstellt</translation>
    </message>
    <message>
        <source>Appeared without an entry</source>
        <translation>Ohne Eintrag erschienen</translation>
    </message>
    <message>
        <source>Ended with Chatelaine</source>
        <translation>Mit Chatelaine beendet</translation>
    </message>
    <message>
        <source>Vanished without an entry</source>
        <translation>Ohne Eintrag verschwunden</translation>
    </message>
    <message>
        <source>Clauses</source>
        <translation>Klauseln</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Norm</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>Klausel</translation>
    </message>
    <message>
        <source>What it asks</source>
        <translation>Was sie verlangt</translation>
    </message>
    <message>
        <source>What answers to it</source>
        <translation>Was darauf antwortet</translation>
    </message>
    <message>
        <source>Findings that touch it</source>
        <translation>Befunde, die sie berühren</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Anmerkung</translation>
    </message>
    <message>
        <source>not said by the vendor</source>
        <translation>vom Anbieter nicht gesagt</translation>
    </message>
    <message>
        <source>not since %1, when tracking began</source>
        <translation>nicht seit %1, dem Beginn der Aufzeichnung</translation>
    </message>
    <message>
        <source>never, as the vendor says</source>
        <translation>nie, laut Anbieter</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>added by hand</source>
        <translation>von Hand hinzugefügt</translation>
    </message>
    <message>
        <source>list of the vendor</source>
        <translation>Liste des Anbieters</translation>
    </message>
    <message>
        <source>made with Chatelaine, not listed since</source>
        <translation>mit Chatelaine erstellt, seither nicht aufgelistet</translation>
    </message>
    <message>
        <source>keychain of Chatelaine</source>
        <translation>Schlüsselbund von Chatelaine</translation>
    </message>
    <message>
        <source>The vendor gives no list of its keys (%1): only those made or added here are known.</source>
        <translation>Der Anbieter gibt keine Liste seiner Schlüssel (%1): Bekannt sind nur die hier erstellten oder hinzugefügten.</translation>
    </message>
    <message>
        <source>It is known from %1 on: keys that ended before are not.</source>
        <translation>Es ist erst ab %1 bekannt: Vorher beendete Schlüssel sind es nicht.</translation>
    </message>
    <message>
        <source>There is no account.</source>
        <translation>Es gibt kein Konto.</translation>
    </message>
    <message>
        <source>The period is not over.</source>
        <translation>Der Zeitraum ist noch nicht zu Ende.</translation>
    </message>
    <message>
        <source>States, scopes, last uses and findings are those of the last reading, not of the end of the period; of the findings those are left out that began later. A vendor that does not say when a key was used is named as such; nothing is called unused because of that. Times of the vendors are theirs; times of the journal are those of the computer&apos;s clock. All are in UTC. Keys that appeared and vanished between two readings are not known.</source>
        <translation>Zustände, Rechte, letzte Nutzungen und Befunde sind die der letzten Ablesung, nicht die am Ende des Zeitraums; Befunde, die später begannen, fehlen. Ein Anbieter, der nicht sagt, wann ein Schlüssel genutzt wurde, ist als solcher genannt; nichts heißt deshalb ungenutzt. Zeiten der Anbieter sind ihre eigenen; Zeiten des Journals sind die der Uhr des Rechners. Alle sind in UTC. Schlüssel, die zwischen zwei Ablesungen auftauchten und verschwanden, sind nicht bekannt.</translation>
    </message>
    <message>
        <source>%1: It was removed at %2, and what was known of its keys with it.</source>
        <translation>%1: Es wurde am %2 entfernt, und mit ihm, was von seinen Schlüsseln bekannt war.</translation>
    </message>
    <message>
        <source>SHA-256 of that entry: %1</source>
        <translation>SHA-256 dieses Eintrags: %1</translation>
    </message>
    <message>
        <source>Head of the journal then, entries and root of the tree: %1</source>
        <translation>Kopf des Journals damals, Einträge und Wurzel des Baums: %1</translation>
    </message>
    <message numerus="yes">
        <source>At the last reading of %1, the clock of this computer was %n seconds ahead of the vendor&apos;s.</source>
        <translation>
            <numerusform>Beim letzten Lesen von %1 ging die Uhr dieses Rechners %n Sekunde gegenüber der des Anbieters vor.</numerusform>
            <numerusform>Beim letzten Lesen von %1 ging die Uhr dieses Rechners %n Sekunden gegenüber der des Anbieters vor.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At the last reading of %1, the clock of this computer was %n seconds behind the vendor&apos;s.</source>
        <translation>
            <numerusform>Beim letzten Lesen von %1 ging die Uhr dieses Rechners %n Sekunde gegenüber der des Anbieters nach.</numerusform>
            <numerusform>Beim letzten Lesen von %1 ging die Uhr dieses Rechners %n Sekunden gegenüber der des Anbieters nach.</numerusform>
        </translation>
    </message>
    <message>
        <source>Previous report</source>
        <translation>Voriger Bericht</translation>
    </message>
    <message>
        <source>Clock ahead, s</source>
        <translation>Uhr voraus, s</translation>
    </message>
    <message>
        <source>appeared</source>
        <translation>erschienen</translation>
    </message>
    <message>
        <source>vanished</source>
        <translation>verschwunden</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>created</source>
        <translation>angelegt</translation>
    </message>
    <message>
        <source>recorded by hand</source>
        <translation>von Hand erfasst</translation>
    </message>
    <message>
        <source>rotated</source>
        <translation>rotiert</translation>
    </message>
    <message>
        <source>updated</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>enabled</source>
        <translation>aktiviert</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>deaktiviert</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>widerrufen</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>ersetzt</translation>
    </message>
    <message>
        <source>works again</source>
        <translation>funktioniert wieder</translation>
    </message>
    <message>
        <source>entry of the journal</source>
        <translation>Eintrag des Journals</translation>
    </message>
    <message>
        <source>only the vendor&apos;s list</source>
        <translation>nur die Liste des Anbieters</translation>
    </message>
    <message>
        <source>Changes since last report</source>
        <translation>Änderungen seit letztem Bericht</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von wem</translation>
    </message>
    <message>
        <source>Explained</source>
        <translation>Erklärt</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>State now</source>
        <translation>Status jetzt</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>Verglichen mit</translation>
    </message>
    <message>
        <source>There is no earlier report of these accounts: since the period began, %1.</source>
        <translation>Es gibt keinen früheren Bericht über diese Konten: seit Beginn des Zeitraums, %1.</translation>
    </message>
    <message>
        <source>There is no earlier report of these accounts: since the journal began.</source>
        <translation>Es gibt keinen früheren Bericht über diese Konten: seit Beginn des Journals.</translation>
    </message>
    <message>
        <source>Since %1, where the report %2 (%3) ended that was made at %4: entry %5 of the journal.</source>
        <translation>Seit %1, wo der Bericht %2 (%3) endete, der um %4 erstellt wurde: Eintrag %5 des Journals.</translation>
    </message>
    <message>
        <source>worked after that</source>
        <translation>funktionierte danach</translation>
    </message>
    <message>
        <source>its end was verified</source>
        <translation>sein Ende wurde geprüft</translation>
    </message>
    <message>
        <source>only the vendor&apos;s list says so</source>
        <translation>nur die Liste des Anbieters sagt das</translation>
    </message>
    <message>
        <source>accepted by the vendor, not shown</source>
        <translation>vom Anbieter angenommen, nicht gezeigt</translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation>Rotation</translation>
    </message>
    <message>
        <source>Secret since</source>
        <translation>Geheimnis seit</translation>
    </message>
    <message>
        <source>When it was</source>
        <translation>Da wurde es</translation>
    </message>
    <message>
        <source>Rule: days</source>
        <translation>Regel: Tage</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Days overdue</source>
        <translation>Tage überfällig</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Done at</source>
        <translation>Erledigt am</translation>
    </message>
    <message>
        <source>Days late</source>
        <translation>Tage zu spät</translation>
    </message>
    <message>
        <source>Replaces</source>
        <translation>Ersetzt</translation>
    </message>
    <message>
        <source>Overlap from</source>
        <translation>Überschneidung von</translation>
    </message>
    <message>
        <source>Overlap until</source>
        <translation>Überschneidung bis</translation>
    </message>
    <message>
        <source>Overlap in hours</source>
        <translation>Überschneidung in Stunden</translation>
    </message>
    <message>
        <source>Proven dead</source>
        <translation>Ende bewiesen</translation>
    </message>
    <message>
        <source>Proven at</source>
        <translation>Bewiesen am</translation>
    </message>
    <message>
        <source>Proof of its end</source>
        <translation>Beweis des Endes</translation>
    </message>
    <message>
        <source>the program</source>
        <translation>das Programm</translation>
    </message>
    <message>
        <source>settings of the profile</source>
        <translation>Einstellungen des Profils</translation>
    </message>
    <message>
        <source>database of the profile</source>
        <translation>Datenbank des Profils</translation>
    </message>
    <message>
        <source>program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Qt</source>
        <translation>Qt</translation>
    </message>
    <message>
        <source>updates itself</source>
        <translation>aktualisiert sich selbst</translation>
    </message>
    <message>
        <source>It is updated by whoever installs it, with the system&apos;s packages; it asks nobody whether there is a newer one.</source>
        <translation>Es wird von dem aktualisiert, der es installiert, mit den Paketen des Systems; es fragt niemanden, ob es ein neueres gibt.</translation>
    </message>
    <message>
        <source>database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Written here first, and copied to the team&apos;s.</source>
        <translation>Zuerst hier geschrieben und in die des Teams kopiert.</translation>
    </message>
    <message>
        <source>team&apos;s database</source>
        <translation>Datenbank des Teams</translation>
    </message>
    <message>
        <source>When: the last contact.</source>
        <translation>Wann: der letzte Kontakt.</translation>
    </message>
    <message>
        <source>installation</source>
        <translation>Installation</translation>
    </message>
    <message>
        <source>This one.</source>
        <translation>Diese.</translation>
    </message>
    <message>
        <source>It does not lock: no passphrase is set.</source>
        <translation>Es sperrt nicht: Keine Passphrase ist gesetzt.</translation>
    </message>
    <message>
        <source>Idleness does not lock it.</source>
        <translation>Untätigkeit sperrt es nicht.</translation>
    </message>
    <message>
        <source>PCI DSS 8.2.8 asks for %1 minutes at the most.</source>
        <translation>PCI DSS 8.2.8 verlangt höchstens %1 Minuten.</translation>
    </message>
    <message>
        <source>passphrase of the lock is set</source>
        <translation>Passphrase der Sperre ist gesetzt</translation>
    </message>
    <message>
        <source>idle minutes to the lock</source>
        <translation>Minuten Untätigkeit bis zur Sperre</translation>
    </message>
    <message>
        <source>passphrase again before a destructive act</source>
        <translation>Passphrase erneut vor Zerstörendem</translation>
    </message>
    <message>
        <source>In the window, when it was not given for %1 seconds. chatelainectl asks for a confirmation only.</source>
        <translation>Im Fenster, wenn sie seit %1 Sekunden nicht eingegeben wurde. chatelainectl fragt nur nach einer Bestätigung.</translation>
    </message>
    <message>
        <source>approval of a second person</source>
        <translation>Freigabe durch eine zweite Person</translation>
    </message>
    <message>
        <source>What is destructive is confirmed by whoever does it.</source>
        <translation>Zerstörendes bestätigt, wer es tut.</translation>
    </message>
    <message>
        <source>seconds a secret is shown</source>
        <translation>Sekunden, die ein Geheimnis gezeigt wird</translation>
    </message>
    <message>
        <source>seconds a secret is on the clipboard</source>
        <translation>Sekunden, die ein Geheimnis in der Zwischenablage ist</translation>
    </message>
    <message>
        <source>Or until it was pasted once.</source>
        <translation>Oder bis es einmal eingefügt wurde.</translation>
    </message>
    <message>
        <source>hours until a held secret is a finding</source>
        <translation>Stunden, bis ein gehaltenes Geheimnis ein Befund ist</translation>
    </message>
    <message>
        <source>It is held until somebody stores it.</source>
        <translation>Es wird gehalten, bis es jemand ablegt.</translation>
    </message>
    <message>
        <source>keychain of the desktop</source>
        <translation>Schlüsselbund des Desktops</translation>
    </message>
    <message>
        <source>It was not examined yet.</source>
        <translation>Er wurde noch nicht untersucht.</translation>
    </message>
    <message>
        <source>What answered when it was last examined.</source>
        <translation>Was bei der letzten Untersuchung antwortete.</translation>
    </message>
    <message>
        <source>new secrets held in the keychain</source>
        <translation>neue Geheimnisse, im Schlüsselbund gehalten</translation>
    </message>
    <message>
        <source>secrets kept in the keychain</source>
        <translation>Geheimnisse, im Schlüsselbund behalten</translation>
    </message>
    <message>
        <source>signing key</source>
        <translation>Signaturschlüssel</translation>
    </message>
    <message>
        <source>password for the team&apos;s database</source>
        <translation>Passwort für die Datenbank des Teams</translation>
    </message>
    <message>
        <source>When: it was stored.</source>
        <translation>Wann: Es wurde abgelegt.</translation>
    </message>
    <message>
        <source>in the keychain</source>
        <translation>im Schlüsselbund</translation>
    </message>
    <message>
        <source>in the variable %1</source>
        <translation>in der Variablen %1</translation>
    </message>
    <message>
        <source>in the file %1</source>
        <translation>in der Datei %1</translation>
    </message>
    <message>
        <source>in memory, for one run</source>
        <translation>im Speicher, für einen Lauf</translation>
    </message>
    <message>
        <source>credential</source>
        <translation>Zugangsdaten</translation>
    </message>
    <message>
        <source>certificate of the server</source>
        <translation>Zertifikat des Servers</translation>
    </message>
    <message>
        <source>only the pinned one</source>
        <translation>nur das festgelegte</translation>
    </message>
    <message>
        <source>one that the system&apos;s authorities vouch for</source>
        <translation>eines, für das die Zertifizierungsstellen des Systems bürgen</translation>
    </message>
    <message>
        <source>one that an own authority vouches for</source>
        <translation>eines, für das eine eigene Zertifizierungsstelle bürgt</translation>
    </message>
    <message>
        <source>the journals, as walked</source>
        <translation>die Journale, wie durchgegangen</translation>
    </message>
    <message>
        <source>entries of the journal</source>
        <translation>Einträge des Journals</translation>
    </message>
    <message>
        <source>journals are whole</source>
        <translation>Journale sind unversehrt</translation>
    </message>
    <message>
        <source>fingerprint of the signer</source>
        <translation>Fingerabdruck des Unterzeichners</translation>
    </message>
    <message>
        <source>There is none.</source>
        <translation>Es gibt keinen.</translation>
    </message>
    <message>
        <source>Tool controls</source>
        <translation>Kontrollen des Werkzeugs</translation>
    </message>
    <message>
        <source>Control</source>
        <translation>Kontrolle</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>Wovon</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Accepted until</source>
        <translation>Akzeptiert bis</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>Genehmigt von</translation>
    </message>
    <message>
        <source>Why it is accepted</source>
        <translation>Warum akzeptiert</translation>
    </message>
    <message>
        <source>Has to end since</source>
        <translation>Muss enden seit</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <source>May still work</source>
        <translation>Geht vielleicht noch</translation>
    </message>
    <message>
        <source>Hours until it ended, or so far</source>
        <translation>Stunden bis zum Ende, oder bisher</translation>
    </message>
    <message>
        <source>Leavers</source>
        <translation>Ausgeschiedene</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Longest of this person</source>
        <translation>Längste dieser Person</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Vorfälle</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Vorfall</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>Hours since then</source>
        <translation>Stunden seither</translation>
    </message>
    <message>
        <source>Hours to the proof</source>
        <translation>Stunden bis zum Nachweis</translation>
    </message>
    <message>
        <source>noted</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>reviewed</source>
        <translation>geprüft</translation>
    </message>
    <message>
        <source>exception made</source>
        <translation>Ausnahme gemacht</translation>
    </message>
    <message>
        <source>exception ended</source>
        <translation>Ausnahme beendet</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>in Kraft</translation>
    </message>
    <message>
        <source>over</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>Ausnahmen</translation>
    </message>
    <message>
        <source>Recorded by</source>
        <translation>Festgehalten von</translation>
    </message>
    <message>
        <source>Recorded at</source>
        <translation>Festgehalten am</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Ended by</source>
        <translation>Beendet von</translation>
    </message>
    <message>
        <source>Where another number of days was said of a key, it counts.</source>
        <translation>Wo zu einem Schlüssel eine andere Zahl von Tagen angegeben ist, gilt diese.</translation>
    </message>
    <message>
        <source>Purpose, owner, reviews, exceptions and the other things that people said of keys are those that the journals have before the end of the period; nobody else vouches for them.</source>
        <translation>Zweck, Verantwortliche, Prüfungen, Ausnahmen und was sonst zu Schlüsseln angegeben ist, sind so, wie die Journale sie vor dem Ende des Zeitraums haben; niemand sonst bürgt dafür.</translation>
    </message>
    <message>
        <source>Of these accepted for a time: %1.</source>
        <translation>Davon auf Zeit akzeptiert: %1.</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>Reviews until then</source>
        <translation>Prüfungen bis dahin</translation>
    </message>
    <message>
        <source>%1 until %2, approved by %3</source>
        <translation>%1 bis %2, genehmigt von %3</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Zweck</translation>
    </message>
    <message>
        <source>System it serves</source>
        <translation>Bedientes System</translation>
    </message>
    <message>
        <source>Class of data it reaches</source>
        <translation>Datenklasse</translation>
    </message>
    <message>
        <source>Third party that holds it</source>
        <translation>Dritte, die ihn haben</translation>
    </message>
    <message>
        <source>Where the secret is kept</source>
        <translation>Ort des Geheimnisses</translation>
    </message>
    <message>
        <source>Backup owner</source>
        <translation>Vertretung</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Benutzt von</translation>
    </message>
    <message>
        <source>Why it is shared</source>
        <translation>Warum geteilt</translation>
    </message>
    <message>
        <source>Request and approval</source>
        <translation>Antrag und Genehmigung</translation>
    </message>
    <message>
        <source>Longest life in days</source>
        <translation>Längste Lebensdauer in Tagen</translation>
    </message>
    <message>
        <source>Days left of that</source>
        <translation>Davon übrige Tage</translation>
    </message>
    <message>
        <source>Rule of its own: days</source>
        <translation>Eigene Regel: Tage</translation>
    </message>
    <message>
        <source>Risk analysis for the rule</source>
        <translation>Risikoanalyse zur Regel</translation>
    </message>
    <message>
        <source>Last review by</source>
        <translation>Zuletzt geprüft von</translation>
    </message>
    <message>
        <source>Last review</source>
        <translation>Letzte Prüfung</translation>
    </message>
    <message>
        <source>Exceptions in force</source>
        <translation>Ausnahmen in Kraft</translation>
    </message>
    <message>
        <source>Why it ends</source>
        <translation>Warum er endet</translation>
    </message>
    <message>
        <source>Person or incident</source>
        <translation>Person oder Vorfall</translation>
    </message>
    <message>
        <source>Hours from then to its end</source>
        <translation>Stunden bis zum Ende</translation>
    </message>
    <message>
        <source>Done after that</source>
        <translation>Danach getan</translation>
    </message>
    <message>
        <source>Done by</source>
        <translation>Getan von</translation>
    </message>
    <message>
        <source>Keys by their last review</source>
        <translation>Schlüssel nach letzter Prüfung</translation>
    </message>
    <message>
        <source>in the period</source>
        <translation>im Zeitraum</translation>
    </message>
    <message>
        <source>before it</source>
        <translation>davor</translation>
    </message>
    <message>
        <source>not reviewed</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>Findings that are accepted for a time, of these</source>
        <translation>Davon auf Zeit akzeptierte Befunde</translation>
    </message>
    <message>
        <source>Used, but in no list</source>
        <translation>Benutzt, aber in keiner Liste</translation>
    </message>
    <message>
        <source>review acknowledged</source>
        <translation>Prüfung bestätigt</translation>
    </message>
    <message>
        <source>Acknowledged by</source>
        <translation>Bestätigt von</translation>
    </message>
    <message>
        <source>Acknowledged on</source>
        <translation>Bestätigt am</translation>
    </message>
    <message>
        <source>Written down by</source>
        <translation>Festgehalten von</translation>
    </message>
    <message>
        <source>Reviews that management acknowledged, of these</source>
        <translation>Davon Prüfungen, die die Leitung bestätigt hat</translation>
    </message>
    <message>
        <source>changed by others</source>
        <translation>von anderen geändert</translation>
    </message>
</context>
<context>
    <name>chatelaine::AuditService</name>
    <message>
        <source>There is no report format &quot;%1&quot;.</source>
        <translation>Ein Berichtsformat „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>What there is: %1.</source>
        <translation>Es gibt: %1.</translation>
    </message>
</context>
<context>
    <name>chatelaine::Banners</name>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>What is shown was read %1.</source>
        <translation>Der angezeigte Stand wurde %1 gelesen.</translation>
    </message>
    <message>
        <source>Nothing was read from it yet.</source>
        <translation>Es wurde noch nichts gelesen.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>The vendor refuses the credential of %1.</source>
        <translation>Der Anbieter weist die Zugangsdaten ab: %1.</translation>
    </message>
    <message>
        <source>%1 could not be read.</source>
        <translation>Lesen fehlgeschlagen: %1.</translation>
    </message>
    <message>
        <source>Offline: %1 cannot be reached.</source>
        <translation>Offline, nicht erreichbar: %1.</translation>
    </message>
    <message>
        <source>The list of %1 is incomplete.</source>
        <translation>Die Liste ist unvollständig: %1.</translation>
    </message>
    <message>
        <source>These are practice accounts: nothing here reaches a real vendor.</source>
        <translation>Das sind Übungskonten: Nichts hier erreicht einen echten Anbieter.</translation>
    </message>
    <message>
        <source>The practice server does not run.</source>
        <translation>Der Übungsserver läuft nicht.</translation>
    </message>
    <message>
        <source>Start the practice server</source>
        <translation>Übungsserver starten</translation>
    </message>
    <message>
        <source>Operations whose outcome nobody knows: %1.</source>
        <translation>Vorgänge mit ungeklärtem Ausgang: %1.</translation>
    </message>
    <message>
        <source>An answer was lost after a request had left.</source>
        <translation>Eine Antwort ging verloren, nachdem eine Anfrage gesendet war.</translation>
    </message>
    <message>
        <source>Look at it…</source>
        <translation>Ansehen…</translation>
    </message>
    <message>
        <source>New secrets that wait to be stored: %1.</source>
        <translation>Neue Geheimnisse, die noch zu speichern sind: %1.</translation>
    </message>
    <message>
        <source>The vendor never shows a secret again.</source>
        <translation>Der Anbieter zeigt ein Geheimnis nie wieder an.</translation>
    </message>
    <message>
        <source>Show again…</source>
        <translation>Erneut anzeigen…</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>A provider definition of yours is wrong.</source>
        <translation>Eine Ihrer Anbieterdefinitionen ist fehlerhaft.</translation>
    </message>
    <message>
        <source>Replacements of keys that are not finished: %1.</source>
        <translation>Nicht abgeschlossene Ersetzungen von Schlüsseln: %1.</translation>
    </message>
    <message>
        <source>The old key still works.</source>
        <translation>Der alte Schlüssel gilt noch.</translation>
    </message>
    <message>
        <source>Go on…</source>
        <translation>Fortfahren…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Changes of many keys that stand still: %1.</source>
        <translation>Änderungen an vielen Schlüsseln, die stillstehen: %1.</translation>
    </message>
    <message>
        <source>Go on with them, or leave the rest as it is.</source>
        <translation>Fahren Sie damit fort, oder lassen Sie den Rest, wie er ist.</translation>
    </message>
</context>
<context>
    <name>chatelaine::Bulk</name>
    <message numerus="yes">
        <source>Revoke %n key(s)</source>
        <translation>
            <numerusform>%n Schlüssel widerrufen</numerusform>
            <numerusform>%n Schlüssel widerrufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n key(s)</source>
        <translation>
            <numerusform>%n Schlüssel löschen</numerusform>
            <numerusform>%n Schlüssel löschen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Disable %n key(s)</source>
        <translation>
            <numerusform>%n Schlüssel deaktivieren</numerusform>
            <numerusform>%n Schlüssel deaktivieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %n key(s)</source>
        <translation>
            <numerusform>%n Schlüssel ändern</numerusform>
            <numerusform>%n Schlüssel ändern</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>account and number of keys</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Used last:</source>
        <translation>Zuletzt benutzt:</translation>
    </message>
    <message>
        <source>%1 (%2), %3</source>
        <comment>key, account and when it was used</comment>
        <translation>%1 (%2), %3</translation>
    </message>
    <message numerus="yes">
        <source>Of %n of them nobody says when they were used.</source>
        <translation>
            <numerusform>Bei %n davon sagt niemand, wann er benutzt wurde.</numerusform>
            <numerusform>Bei %n davon sagt niemand, wann sie benutzt wurden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Many keys</source>
        <translation>Viele Schlüssel</translation>
    </message>
    <message>
        <source>%1?</source>
        <comment>a question</comment>
        <translation>%1?</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) will be left alone: %1</source>
        <translation>
            <numerusform>%n Schlüssel bleibt, wie er ist: %1</numerusform>
            <numerusform>%n Schlüssel bleiben, wie sie sind: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation>Zweifelhaft</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>Geklärt</translation>
    </message>
    <message>
        <source>Left alone</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>Guarded</source>
        <translation>Geschützt</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>Nicht ausgeführt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>state and number of keys</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1…</source>
        <comment>a menu entry</comment>
        <translation>%1…</translation>
    </message>
    <message>
        <source>Accepted, not proven</source>
        <translation>Angenommen, nicht bewiesen</translation>
    </message>
</context>
<context>
    <name>chatelaine::BulkActions</name>
    <message>
        <source>The keys that wait were not touched. Go on when this is settled.</source>
        <translation>Die wartenden Schlüssel wurden nicht angerührt. Fahren Sie fort, wenn dies geklärt ist.</translation>
    </message>
    <message>
        <source>&amp;Find leaked keys…</source>
        <translation>Bekannt gewordene Schlüssel &amp;suchen…</translation>
    </message>
    <message>
        <source>Changes of &amp;many keys…</source>
        <translation>Änderungen an &amp;vielen Schlüsseln…</translation>
    </message>
    <message>
        <source>There is nothing to be done with any of these keys.</source>
        <translation>Mit keinem dieser Schlüssel ist etwas zu tun.</translation>
    </message>
</context>
<context>
    <name>chatelaine::BulkDialog</name>
    <message>
        <source>%1, %2</source>
        <comment>what is done and when it was started</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>chatelaine::BulkExecution</name>
    <message>
        <source>It had ended already.</source>
        <translation>Er war schon beendet.</translation>
    </message>
    <message>
        <source>It became the key with which its account works.</source>
        <translation>Mit ihm arbeitet inzwischen sein Konto.</translation>
    </message>
</context>
<context>
    <name>chatelaine::BulkItemModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Masked value</source>
        <translation>Maskierter Wert</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
</context>
<context>
    <name>chatelaine::BulkPlan</name>
    <message>
        <source>It has ended already.</source>
        <translation>Er ist schon beendet.</translation>
    </message>
    <message>
        <source>It is disabled already.</source>
        <translation>Er ist schon deaktiviert.</translation>
    </message>
    <message>
        <source>It is in no state for this.</source>
        <translation>Sein Zustand lässt das nicht zu.</translation>
    </message>
    <message>
        <source>It is not in the inventory any more.</source>
        <translation>Er ist nicht mehr im Bestand.</translation>
    </message>
    <message>
        <source>Its vendor does not offer this.</source>
        <translation>Sein Anbieter bietet das nicht an.</translation>
    </message>
    <message>
        <source>It looks like the key with which its account itself works: do this one by itself.</source>
        <translation>Das scheint der Schlüssel zu sein, mit dem sein Konto selbst arbeitet: Behandeln Sie diesen einzeln.</translation>
    </message>
</context>
<context>
    <name>chatelaine::BulkService</name>
    <message>
        <source>%1 does not offer this for such keys.</source>
        <translation>%1 bietet das für solche Schlüssel nicht an.</translation>
    </message>
    <message>
        <source>There is nothing to be done with any of these keys.</source>
        <translation>Mit keinem dieser Schlüssel ist etwas zu tun.</translation>
    </message>
    <message>
        <source>Each says why. Nothing was sent.</source>
        <translation>Bei jedem steht, warum. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>This bulk change has ended.</source>
        <translation>Diese Sammeländerung ist beendet.</translation>
    </message>
</context>
<context>
    <name>chatelaine::ChartTexts</name>
    <message>
        <source>%1, %2 UTC</source>
        <comment>date and time of day</comment>
        <translation>%1, %2 UTC</translation>
    </message>
    <message>
        <source>Week of %1</source>
        <translation>Woche vom %1</translation>
    </message>
    <message>
        <source>nothing is known</source>
        <translation>nichts bekannt</translation>
    </message>
    <message>
        <source>%1, of a part of the time</source>
        <translation>%1, aus einem Teil der Zeit</translation>
    </message>
    <message>
        <source>nothing is known of %1 of %2 intervals</source>
        <translation>über %1 von %2 Intervallen ist nichts bekannt</translation>
    </message>
    <message>
        <source>only a part of the time is known of %1 of %2 intervals (hollow dots)</source>
        <translation>von %1 von %2 Intervallen ist nur ein Teil der Zeit bekannt (hohle Punkte)</translation>
    </message>
    <message>
        <source>only a part of the time is known of %1 of %2 intervals (hatched bars)</source>
        <translation>von %1 von %2 Intervallen ist nur ein Teil der Zeit bekannt (schraffierte Balken)</translation>
    </message>
</context>
<context>
    <name>chatelaine::ChartView</name>
    <message>
        <source>The table beside it has the same figures.</source>
        <translation>Die Tabelle daneben zeigt dieselben Werte.</translation>
    </message>
</context>
<context>
    <name>chatelaine::Checkpoint</name>
    <message>
        <source>This is not the checkpoint of a journal.</source>
        <translation>Das ist kein Prüfpunkt eines Journals.</translation>
    </message>
</context>
<context>
    <name>chatelaine::Clauses</name>
    <message>
        <source>The list of clauses cannot be used: %1</source>
        <translation>Die Liste der Klauseln ist nicht zu gebrauchen: %1</translation>
    </message>
    <message>
        <source>Compare it with the one that comes with the program: chatelainectl audit clauses.</source>
        <translation>Vergleichen Sie sie mit der mitgelieferten: chatelainectl audit clauses.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a text</source>
        <translation>„%1“ ist kein Text</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a list</source>
        <translation>„%1“ ist keine Liste</translation>
    </message>
    <message>
        <source>&quot;%1&quot; holds something that is no text</source>
        <translation>„%1“ enthält etwas, das kein Text ist</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not known</source>
        <translation>„%1“ ist nicht bekannt</translation>
    </message>
    <message>
        <source>in clause %1, %2.</source>
        <translation>in Klausel %1: %2.</translation>
    </message>
    <message>
        <source>it is larger than 1 MiB.</source>
        <translation>sie ist größer als 1 MiB.</translation>
    </message>
    <message>
        <source>at byte %1: %2.</source>
        <translation>bei Byte %1: %2.</translation>
    </message>
    <message>
        <source>&quot;format&quot; has to be 1, and &quot;clauses&quot; a list.</source>
        <translation>„format“ muss 1 sein und „clauses“ eine Liste.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>there is no column &quot;%1&quot;</source>
        <translation>eine Spalte „%1“ gibt es nicht</translation>
    </message>
    <message>
        <source>there is no rule &quot;%1&quot;</source>
        <translation>eine Regel „%1“ gibt es nicht</translation>
    </message>
</context>
<context>
    <name>chatelaine::ClientPool</name>
    <message>
        <source>The provider definition of &quot;%1&quot; is not there any more.</source>
        <translation>Die Anbieterdefinition von „%1“ gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Put the definition file back, or remove the account.</source>
        <translation>Legen Sie die Definitionsdatei zurück, oder entfernen Sie das Konto.</translation>
    </message>
    <message>
        <source>Nothing was sent: this was not approved yet. %1</source>
        <translation>Nichts wurde gesendet: Das wurde noch nicht genehmigt. %1</translation>
    </message>
    <message>
        <source>Edit the account and approve it, or run &quot;chatelainectl accounts update&quot; with its name and --yes.</source>
        <translation>Bearbeiten Sie das Konto und genehmigen Sie es, oder führen Sie „chatelainectl accounts update“ mit seinem Namen und --yes aus.</translation>
    </message>
</context>
<context>
    <name>chatelaine::ClipboardService</name>
    <message>
        <source>The desktop did not let Chatelaine use the clipboard.</source>
        <translation>Der Desktop hat Chatelaine die Zwischenablage nicht benutzen lassen.</translation>
    </message>
    <message>
        <source>Click into this window and try again.</source>
        <translation>Klicken Sie in dieses Fenster, und versuchen Sie es erneut.</translation>
    </message>
</context>
<context>
    <name>chatelaine::ConfirmDialog</name>
    <message>
        <source>Type %1 to go on:</source>
        <translation>Zum Fortfahren eingeben: %1</translation>
    </message>
    <message>
        <source>Type to confirm</source>
        <translation>Eingabe zum Bestätigen</translation>
    </message>
</context>
<context>
    <name>chatelaine::ConnectDialog</name>
    <message>
        <source>%1 (optional)</source>
        <translation>%1 (optional)</translation>
    </message>
    <message>
        <source>Choose the file that holds the credential</source>
        <translation>Datei mit den Zugangsdaten auswählen</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>Zertifikate (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Choose the certificate of your CA</source>
        <translation>Zertifikat Ihrer CA auswählen</translation>
    </message>
    <message>
        <source>Stop checking</source>
        <translation>Prüfung abbrechen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Edit account</source>
        <translation>Konto bearbeiten</translation>
    </message>
    <message>
        <source>Check and save</source>
        <translation>Prüfen und speichern</translation>
    </message>
    <message>
        <source>%1 (empty: as before)</source>
        <translation>%1 (leer: wie bisher)</translation>
    </message>
    <message>
        <source>Asking the server...</source>
        <translation>Der Server wird gefragt …</translation>
    </message>
    <message>
        <source>Checking with the vendor...</source>
        <translation>Der Anbieter wird gefragt...</translation>
    </message>
    <message>
        <source>Any that is valid is accepted.</source>
        <translation>Jedes gültige wird angenommen.</translation>
    </message>
    <message>
        <source>Only this one is accepted (SHA-256):</source>
        <translation>Nur dieses wird angenommen (SHA-256):</translation>
    </message>
    <message>
        <source>Pin the certificate</source>
        <translation>Zertifikat hinterlegen</translation>
    </message>
    <message>
        <source>The server shows this certificate now. Shall it be the only one that this account accepts?</source>
        <translation>Der Server zeigt jetzt dieses Zertifikat. Soll es das einzige sein, das dieses Konto annimmt?</translation>
    </message>
    <message>
        <source>Issued to: %1</source>
        <translation>Ausgestellt für: %1</translation>
    </message>
    <message>
        <source>Issued by: %1</source>
        <translation>Ausgestellt von: %1</translation>
    </message>
    <message>
        <source>Valid: %1 to %2</source>
        <translation>Gültig: %1 bis %2</translation>
    </message>
    <message>
        <source>SHA-256:</source>
        <translation>SHA-256:</translation>
    </message>
    <message>
        <source>When the operator replaces it, nothing is sent until the new one is pinned here.</source>
        <translation>Wenn der Betreiber es ersetzt, wird nichts gesendet, bis das neue hier hinterlegt ist.</translation>
    </message>
    <message>
        <source>Pin this certificate</source>
        <translation>Dieses Zertifikat hinterlegen</translation>
    </message>
    <message>
        <source>A definition of your own</source>
        <translation>Eine eigene Definition</translation>
    </message>
    <message>
        <source>Send the credential to %1?</source>
        <translation>Die Zugangsdaten an %1 senden?</translation>
    </message>
    <message>
        <source>Send it there</source>
        <translation>Dorthin senden</translation>
    </message>
</context>
<context>
    <name>chatelaine::ConnectPresenter</name>
    <message>
        <source>Give the account a name.</source>
        <translation>Geben Sie dem Konto einen Namen.</translation>
    </message>
    <message>
        <source>A name has no slash.</source>
        <translation>Ein Name enthält keinen Schrägstrich.</translation>
    </message>
    <message numerus="yes">
        <source>At most %n character(s).</source>
        <translation>
            <numerusform>Höchstens %n Zeichen.</numerusform>
            <numerusform>Höchstens %n Zeichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Another account has this name.</source>
        <translation>Ein anderes Konto hat diesen Namen.</translation>
    </message>
    <message>
        <source>The address of your own instance is needed.</source>
        <translation>Die Adresse Ihrer eigenen Instanz ist nötig.</translation>
    </message>
    <message>
        <source>This is no address. It looks like https://example.com.</source>
        <translation>Das ist keine Adresse. Sie sieht aus wie https://example.com.</translation>
    </message>
    <message>
        <source>Only https:// keeps a credential safe on the way.</source>
        <translation>Nur https:// schützt Zugangsdaten unterwegs.</translation>
    </message>
    <message>
        <source>The address begins with https://.</source>
        <translation>Die Adresse beginnt mit https://.</translation>
    </message>
    <message>
        <source>An address has no password, question mark or number sign in it.</source>
        <translation>Eine Adresse enthält weder Passwort noch Fragezeichen noch Rautezeichen.</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>Diese Angabe fehlt.</translation>
    </message>
    <message>
        <source>This is no name of a variable.</source>
        <translation>Das ist kein Name einer Variablen.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Diese Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>The vendor says: %1</source>
        <translation>Der Anbieter sagt: %1</translation>
    </message>
    <message>
        <source>This does not have the form of: %1.</source>
        <translation>Das hat nicht die Form von: %1.</translation>
    </message>
    <message>
        <source>This is another credential (%1). Needed here: %2.</source>
        <translation>Das sind andere Zugangsdaten (%1). Gebraucht wird hier: %2.</translation>
    </message>
</context>
<context>
    <name>chatelaine::ContainerOffers</name>
    <message>
        <source>New: %1…</source>
        <translation>Neu: %1…</translation>
    </message>
    <message>
        <source>Rename: %1…</source>
        <translation>Umbenennen: %1…</translation>
    </message>
    <message>
        <source>Delete: %1…</source>
        <translation>Löschen: %1…</translation>
    </message>
    <message>
        <source>• %1, %2, %3</source>
        <translation>• %1, %2, %3</translation>
    </message>
    <message>
        <source>Delete &quot;%1&quot;</source>
        <translation>„%1“ löschen</translation>
    </message>
    <message>
        <source>%1?</source>
        <translation>%1?</translation>
    </message>
    <message>
        <source>Delete the following: %1 &quot;%2&quot;?</source>
        <translation>Dies löschen: %1 „%2“?</translation>
    </message>
    <message>
        <source>One of its keys is the one that Chatelaine itself uses for this account: without it the account cannot be reached any more.</source>
        <translation>Einen der Schlüssel benutzt Chatelaine selbst für dieses Konto: Ohne ihn ist das Konto nicht mehr erreichbar.</translation>
    </message>
    <message>
        <source>No key is known in it.</source>
        <translation>Es ist kein Schlüssel darin bekannt.</translation>
    </message>
    <message>
        <source>These keys go with it (%1):</source>
        <translation>Diese Schlüssel verschwinden mit (%1):</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chatelaine::ContainerRun</name>
    <message>
        <source>The vendor did not show the key that came with it. Sync the account to see it.</source>
        <translation>Der Anbieter hat den zugehörigen Schlüssel nicht gezeigt. Synchronisieren Sie das Konto, um ihn zu sehen.</translation>
    </message>
    <message>
        <source>The key that came with it could not be added to the inventory: %1 Sync the account.</source>
        <translation>Der zugehörige Schlüssel konnte nicht in den Bestand aufgenommen werden: %1 Synchronisieren Sie das Konto.</translation>
    </message>
    <message>
        <source>The outcome could not be written down: %1</source>
        <translation>Das Ergebnis konnte nicht festgehalten werden: %1</translation>
    </message>
    <message>
        <source>The inventory could not be changed: %1 Sync the account.</source>
        <translation>Der Bestand konnte nicht geändert werden: %1 Synchronisieren Sie das Konto.</translation>
    </message>
</context>
<context>
    <name>chatelaine::ContainerService</name>
    <message>
        <source>%1 has no &quot;%2&quot; here.</source>
        <translation>%1 hat hier kein „%2“.</translation>
    </message>
    <message>
        <source>What there is: %1.</source>
        <translation>Möglich ist: %1.</translation>
    </message>
    <message>
        <source>The key &quot;%1&quot;, with which this account itself works, would go too.</source>
        <translation>Der Schlüssel „%1“, mit dem dieses Konto selbst arbeitet, würde mit verschwinden.</translation>
    </message>
    <message>
        <source>Give the account another credential first, or confirm that you mean it.</source>
        <translation>Geben Sie dem Konto zuerst andere Zugangsdaten, oder bestätigen Sie, dass Sie es meinen.</translation>
    </message>
</context>
<context>
    <name>chatelaine::ContainerTreeModel</name>
    <message>
        <source>All accounts</source>
        <translation>Alle Konten</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>%1: %2 % used</source>
        <translation>%1: %2 % verbraucht</translation>
    </message>
</context>
<context>
    <name>chatelaine::ContainersPresenter</name>
    <message>
        <source>New: %1</source>
        <translation>Neu: %1</translation>
    </message>
    <message>
        <source>Rename &quot;%1&quot;</source>
        <translation>„%1“ umbenennen</translation>
    </message>
    <message>
        <source>In &quot;%1&quot;.</source>
        <translation>In „%1“.</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen:</translation>
    </message>
    <message>
        <source>Rename to</source>
        <comment>before the new name</comment>
        <translation>Umbenennen in</translation>
    </message>
    <message>
        <source>The vendor accepted it, but does not show &quot;%1&quot; yet.</source>
        <translation>Der Anbieter hat es angenommen, zeigt „%1“ aber noch nicht.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is made, as the vendor confirms.</source>
        <translation>„%1“ ist angelegt, wie der Anbieter bestätigt.</translation>
    </message>
    <message>
        <source>It is called &quot;%1&quot; now.</source>
        <translation>Es heißt jetzt „%1“.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is deleted. Keys that went with it: %2.</source>
        <translation>„%1“ ist gelöscht. Mit verschwundene Schlüssel: %2.</translation>
    </message>
    <message>
        <source>A key with a secret of its own comes with it.</source>
        <translation>Dazu gehört ein Schlüssel mit einem eigenen Geheimnis.</translation>
    </message>
</context>
<context>
    <name>chatelaine::CredentialEditor</name>
    <message>
        <source>Name of the variable</source>
        <translation>Name der Variablen</translation>
    </message>
    <message>
        <source>Path of the file</source>
        <translation>Pfad der Datei</translation>
    </message>
    <message>
        <source>Choose file...</source>
        <translation>Datei auswählen...</translation>
    </message>
    <message>
        <source>Where to get it</source>
        <translation>Woher man sie bekommt</translation>
    </message>
    <message>
        <source>Keep it in the keychain</source>
        <translation>Im Schlüsselbund aufbewahren</translation>
    </message>
    <message>
        <source>Read it from an environment variable</source>
        <translation>Aus einer Umgebungsvariablen lesen</translation>
    </message>
    <message>
        <source>Read it from a file</source>
        <translation>Aus einer Datei lesen</translation>
    </message>
    <message>
        <source>Keep it for this run only</source>
        <translation>Nur für diesen Programmlauf behalten</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
</context>
<context>
    <name>chatelaine::CredentialRoute</name>
    <message>
        <source>%1 is described by a definition of your own, %2. The credential will be sent to %3 in the header %4.</source>
        <translation>%1 wird durch eine eigene Definition beschrieben, %2. Die Zugangsdaten werden an %3 in der Kopfzeile %4 gesendet.</translation>
    </message>
    <message>
        <source>This account of %1 came from the team. The credential will be sent to %2 in the header %3.</source>
        <translation>Dieses Konto bei %1 kam vom Team. Die Zugangsdaten werden im Kopffeld %3 an %2 gesendet.</translation>
    </message>
</context>
<context>
    <name>chatelaine::DeliveryDialog</name>
    <message>
        <source>Deliver the secret of &quot;%1&quot;</source>
        <translation>Geheimnis von „%1“ überbringen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>chatelaine::DeliveryForm</name>
    <message>
        <source>File for the secret</source>
        <translation>Datei für das Geheimnis</translation>
    </message>
</context>
<context>
    <name>chatelaine::DeliveryPresenter</name>
    <message>
        <source>Show it once</source>
        <translation>Einmal zeigen</translation>
    </message>
    <message>
        <source>Asking whether it would take the secret...</source>
        <translation>Es wird gefragt, ob das Ziel das Geheimnis nähme...</translation>
    </message>
    <message>
        <source>Delivering...</source>
        <translation>Wird überbracht...</translation>
    </message>
    <message>
        <source>It would take the secret now.</source>
        <translation>Das Ziel nähme das Geheimnis jetzt.</translation>
    </message>
    <message>
        <source>%1 (read back)</source>
        <translation>%1 (zurückgelesen)</translation>
    </message>
    <message>
        <source>%1 (it could not be read back)</source>
        <translation>%1 (konnte nicht zurückgelesen werden)</translation>
    </message>
</context>
<context>
    <name>chatelaine::DeliveryRun</name>
    <message>
        <source>The program ended well, but did not read the secret to its end.</source>
        <translation>Das Programm endete ordentlich, las das Geheimnis aber nicht bis zum Ende.</translation>
    </message>
    <message>
        <source>Check what the destination has now.</source>
        <translation>Prüfen Sie, was das Ziel jetzt hat.</translation>
    </message>
    <message>
        <source>It was handed over, but could not be read back.</source>
        <translation>Es wurde übergeben, konnte aber nicht zurückgelesen werden.</translation>
    </message>
    <message>
        <source>What was read back is not the secret that was delivered.</source>
        <translation>Was zurückgelesen wurde, ist nicht das überbrachte Geheimnis.</translation>
    </message>
</context>
<context>
    <name>chatelaine::DeliveryService</name>
    <message>
        <source>Keychain of this computer</source>
        <translation>Schlüsselbund dieses Computers</translation>
    </message>
    <message>
        <source>&quot;Check key&quot; uses it from there.</source>
        <translation>„Schlüssel prüfen“ benutzt es von dort.</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>eingebaut</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>The full path. Only you can read the file.</source>
        <translation>Der vollständige Pfad. Nur Sie können die Datei lesen.</translation>
    </message>
    <message>
        <source>A file that only you can read: the secret and nothing else.</source>
        <translation>Eine Datei, die nur Sie lesen können: das Geheimnis und sonst nichts.</translation>
    </message>
    <message>
        <source>There is no destination &quot;%1&quot;.</source>
        <translation>Es gibt kein Ziel „%1“.</translation>
    </message>
    <message>
        <source>See: chatelainectl destinations list</source>
        <translation>Siehe: chatelainectl destinations list</translation>
    </message>
</context>
<context>
    <name>chatelaine::DestinationCheckRun</name>
    <message>
        <source>&quot;%1&quot; ended with status %2.</source>
        <translation>„%1“ endete mit dem Status %2.</translation>
    </message>
    <message>
        <source>%1 cannot replace what is there.</source>
        <translation>%1 kann nicht ersetzen, was da ist.</translation>
    </message>
    <message>
        <source>There is something at %1 already.</source>
        <translation>Unter %1 gibt es schon etwas.</translation>
    </message>
    <message>
        <source>Name another place, or say that it shall be replaced.</source>
        <translation>Nennen Sie einen anderen Ort, oder sagen Sie, dass es ersetzt werden soll.</translation>
    </message>
    <message>
        <source>Name another place.</source>
        <translation>Nennen Sie einen anderen Ort.</translation>
    </message>
</context>
<context>
    <name>chatelaine::Doubts</name>
    <message>
        <source>It had no effect.</source>
        <translation>Es hatte keine Wirkung.</translation>
    </message>
    <message>
        <source>It took effect; its answer was lost.</source>
        <translation>Es wurde wirksam; die Antwort ging verloren.</translation>
    </message>
    <message>
        <source>The webhook may exist; its signing secret is lost then.</source>
        <translation>Der Webhook existiert womöglich; sein Signaturgeheimnis ist dann verloren.</translation>
    </message>
    <message>
        <source>Nobody knows whether this took effect. List the webhooks to see how it stands.</source>
        <translation>Niemand weiß, ob das wirksam wurde. Die Liste der Webhooks zeigt, wie es steht.</translation>
    </message>
    <message>
        <source>It may exist, with a key whose secret is lost. Sync the account to see it.</source>
        <translation>Es existiert womöglich, mit einem Schlüssel, dessen Geheimnis verloren ist. Synchronisieren Sie das Konto, um es zu sehen.</translation>
    </message>
    <message>
        <source>Nobody knows whether this took effect. Sync the account to see.</source>
        <translation>Niemand weiß, ob das wirksam wurde. Synchronisieren Sie das Konto, um es zu sehen.</translation>
    </message>
    <message>
        <source>The old secret may be dead and the new one lost. Rotate the key again to have a secret that works.</source>
        <translation>Das alte Geheimnis gilt womöglich nicht mehr, und das neue ist verloren. Rotieren Sie den Schlüssel noch einmal, um ein gültiges Geheimnis zu haben.</translation>
    </message>
    <message>
        <source>The key may exist; its secret is lost then.</source>
        <translation>Der Schlüssel existiert womöglich; sein Geheimnis ist dann verloren.</translation>
    </message>
    <message>
        <source>A later one succeeded, whatever this one did.</source>
        <translation>Ein späterer Vorgang ist gelungen, was auch immer aus diesem wurde.</translation>
    </message>
    <message>
        <source>The secret that came is held in the keychain and not lost: store it where it is needed.</source>
        <translation>Das erhaltene Geheimnis liegt im Schlüsselbund und ist nicht verloren: Legen Sie es ab, wo es gebraucht wird.</translation>
    </message>
    <message>
        <source>The secret that came is held in memory until Chatelaine ends: store it where it is needed.</source>
        <translation>Das erhaltene Geheimnis liegt bis zum Ende von Chatelaine im Arbeitsspeicher: Legen Sie es ab, wo es gebraucht wird.</translation>
    </message>
    <message>
        <source>The key may have been rotated.</source>
        <translation>Der Schlüssel wurde vielleicht erneuert.</translation>
    </message>
    <message>
        <source>It may have been made.</source>
        <translation>Er wurde vielleicht angelegt.</translation>
    </message>
    <message>
        <source>This operation is not in doubt.</source>
        <translation>Dieser Vorgang ist nicht ungewiss.</translation>
    </message>
    <message>
        <source>Look at the list again: it may have been settled.</source>
        <translation>Sehen Sie die Liste wieder an: Vielleicht wurde er geklärt.</translation>
    </message>
</context>
<context>
    <name>chatelaine::DoubtsDialog</name>
    <message>
        <source>%1 %2 &quot;%3&quot;, sent %4</source>
        <translation>%1 %2 „%3“, gesendet: %4</translation>
    </message>
    <message>
        <source>The key &quot;%1&quot;, %2: it fits in every respect</source>
        <translation>Der Schlüssel „%1“, %2: Er passt in jeder Hinsicht</translation>
    </message>
    <message>
        <source>The key &quot;%1&quot;, %2</source>
        <translation>Der Schlüssel „%1“, %2</translation>
    </message>
    <message>
        <source>Nothing: the request had no effect</source>
        <translation>Nichts: Die Anfrage hatte keine Wirkung</translation>
    </message>
    <message>
        <source>It took effect</source>
        <translation>Es wurde wirksam</translation>
    </message>
    <message>
        <source>It took effect; there is now: %1</source>
        <translation>Es wurde wirksam; vorhanden ist jetzt: %1</translation>
    </message>
</context>
<context>
    <name>chatelaine::DurationInput</name>
    <message>
        <source>Choose...</source>
        <translation>Auswählen...</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>Nicht festgelegt</translation>
    </message>
    <message>
        <source>Another number of days</source>
        <translation>Andere Anzahl von Tagen</translation>
    </message>
    <message>
        <source> days</source>
        <translation> Tage</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Another number of hours</source>
        <translation>Eine andere Zahl von Stunden</translation>
    </message>
    <message>
        <source> hours</source>
        <translation> Stunden</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Stunden</translation>
    </message>
</context>
<context>
    <name>chatelaine::EvidencePack</name>
    <message>
        <source>it is there already</source>
        <translation>er ist schon vorhanden</translation>
    </message>
</context>
<context>
    <name>chatelaine::ExportChoice</name>
    <message>
        <source>Audit report to read (PDF)</source>
        <translation>Prüfbericht zum Lesen (PDF)</translation>
    </message>
    <message>
        <source>Keys as they stood, what was done to them, findings, quotas, charts, and on the first page whether all of it is complete.</source>
        <translation>Schlüssel, wie sie waren, was mit ihnen geschah, Befunde, Kontingente, Diagramme, und auf der ersten Seite, ob alles vollständig ist.</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Audit report to work with (Excel)</source>
        <translation>Prüfbericht zum Bearbeiten (Excel)</translation>
    </message>
    <message>
        <source>Excel workbooks (*.xlsx)</source>
        <translation>Excel-Arbeitsmappen (*.xlsx)</translation>
    </message>
    <message>
        <source>Evidence pack (folder)</source>
        <translation>Nachweispaket (Ordner)</translation>
    </message>
    <message>
        <source>Everything, signed: the journal, the report in all forms, proofs, and instructions that verify it without Chatelaine.</source>
        <translation>Alles, unterschrieben: das Journal, der Bericht in allen Formen, Beweise und eine Anleitung, die es ohne Chatelaine prüft.</translation>
    </message>
    <message>
        <source>Folders (*)</source>
        <translation>Ordner (*)</translation>
    </message>
    <message>
        <source>Journal to read (CSV)</source>
        <translation>Journal zum Lesen (CSV)</translation>
    </message>
    <message>
        <source>One row for each entry of the journal.</source>
        <translation>Eine Zeile für jeden Eintrag des Journals.</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Journal, signed (JSON Lines)</source>
        <translation>Journal, unterschrieben (JSON Lines)</translation>
    </message>
    <message>
        <source>The entries themselves, and a signed head behind them that proves them.</source>
        <translation>Die Einträge selbst und dahinter ein unterschriebener Kopf, der sie beweist.</translation>
    </message>
    <message>
        <source>JSON Lines (*.jsonl)</source>
        <translation>JSON Lines (*.jsonl)</translation>
    </message>
    <message>
        <source>Journal for a SIEM (OCSF)</source>
        <translation>Journal für ein SIEM (OCSF)</translation>
    </message>
    <message>
        <source>One event of the Open Cybersecurity Schema Framework for each entry.</source>
        <translation>Ein Ereignis des Open Cybersecurity Schema Framework für jeden Eintrag.</translation>
    </message>
    <message>
        <source>OCSF (*.ocsf)</source>
        <translation>OCSF (*.ocsf)</translation>
    </message>
    <message>
        <source>Journal for a SIEM (CEF)</source>
        <translation>Journal für ein SIEM (CEF)</translation>
    </message>
    <message>
        <source>One line of the Common Event Format for each entry.</source>
        <translation>Eine Zeile des Common Event Format für jeden Eintrag.</translation>
    </message>
    <message>
        <source>CEF (*.cef)</source>
        <translation>CEF (*.cef)</translation>
    </message>
    <message>
        <source>The first day is after the last one.</source>
        <translation>Der erste Tag liegt nach dem letzten.</translation>
    </message>
    <message>
        <source>Choose an account.</source>
        <translation>Wählen Sie ein Konto.</translation>
    </message>
    <message>
        <source>chatelaine-audit-%1</source>
        <comment>name of a file, with its date</comment>
        <translation>chatelaine-pruefbericht-%1</translation>
    </message>
    <message>
        <source>chatelaine-journal-%1</source>
        <comment>name of a file, with its date</comment>
        <translation>chatelaine-journal-%1</translation>
    </message>
    <message>
        <source>The same as a workbook: a sheet for each table.</source>
        <translation>Dasselbe als Arbeitsmappe: ein Blatt für jede Tabelle.</translation>
    </message>
</context>
<context>
    <name>chatelaine::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
</context>
<context>
    <name>chatelaine::FieldEditor</name>
    <message>
        <source>Choose...</source>
        <translation>Auswählen...</translation>
    </message>
    <message>
        <source>Asking the vendor...</source>
        <translation>Der Anbieter wird gefragt...</translation>
    </message>
</context>
<context>
    <name>chatelaine::FormDialog</name>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>chatelaine::FormPresenter</name>
    <message>
        <source>%1 &quot;%2&quot;</source>
        <comment>verb and name</comment>
        <translation>%1 „%2“</translation>
    </message>
    <message>
        <source>Nobody knows whether it took effect, so it is not sent again.</source>
        <translation>Niemand weiß, ob es wirksam wurde; daher wird es nicht noch einmal gesendet.</translation>
    </message>
    <message>
        <source>Close this and synchronize the account to see what became of it.</source>
        <translation>Schließen Sie dies und synchronisieren Sie das Konto, um zu sehen, was daraus wurde.</translation>
    </message>
    <message>
        <source>Its secret is at its place: %1.</source>
        <translation>Sein Geheimnis ist an seinem Ort: %1.</translation>
    </message>
    <message>
        <source>Waiting for the vendor...</source>
        <translation>Warten auf den Anbieter...</translation>
    </message>
</context>
<context>
    <name>chatelaine::HeldSecrets</name>
    <message>
        <source>This secret is not held any more.</source>
        <translation>Dieses Geheimnis wird nicht mehr vorgehalten.</translation>
    </message>
    <message>
        <source>It was kept, stored elsewhere or given up before.</source>
        <translation>Es wurde schon aufbewahrt, anderswo gespeichert oder aufgegeben.</translation>
    </message>
    <message>
        <source>The vendor has not shown the new key yet, so its secret stays held.</source>
        <translation>Der Anbieter hat den neuen Schlüssel noch nicht angezeigt; sein Geheimnis wird weiter vorgehalten.</translation>
    </message>
    <message>
        <source>Sync the account, then keep the secret.</source>
        <translation>Synchronisieren Sie das Konto, und bewahren Sie dann das Geheimnis auf.</translation>
    </message>
    <message>
        <source>Chatelaine is locked.</source>
        <translation>Chatelaine ist gesperrt.</translation>
    </message>
    <message>
        <source>Unlock it first.</source>
        <translation>Entsperren Sie es zuerst.</translation>
    </message>
</context>
<context>
    <name>chatelaine::HeldSecretsPresenter</name>
    <message>
        <source>Not stored yet</source>
        <translation>Noch nicht abgelegt</translation>
    </message>
    <message>
        <source>Not stored yet; in memory of this program only</source>
        <translation>Noch nicht abgelegt; nur im Speicher dieses Programms</translation>
    </message>
    <message>
        <source>Shown in its own window</source>
        <translation>In eigenem Fenster gezeigt</translation>
    </message>
    <message>
        <source>Being kept...</source>
        <translation>Wird behalten...</translation>
    </message>
    <message>
        <source>Kept in the keychain</source>
        <translation>Im Schlüsselbund behalten</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message numerus="yes">
        <source>Not stored for %n day(s)</source>
        <translation>
            <numerusform>Seit %n Tag nicht gespeichert</numerusform>
            <numerusform>Seit %n Tagen nicht gespeichert</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chatelaine::HowToDialog</name>
    <message>
        <source>On the clipboard: %1.</source>
        <translation>In der Zwischenablage: %1.</translation>
    </message>
</context>
<context>
    <name>chatelaine::HowToUse</name>
    <message>
        <source>How to use &quot;%1&quot;</source>
        <translation>So benutzen Sie „%1“</translation>
    </message>
    <message>
        <source>The secret itself is in none of these lines.</source>
        <translation>Das Geheimnis selbst steht in keiner dieser Zeilen.</translation>
    </message>
    <message>
        <source>Put the secret into the environment variable: it is in none of these lines, and belongs in no program text.</source>
        <translation>Setzen Sie das Geheimnis in die Umgebungsvariable: Es steht in keiner dieser Zeilen und gehört in keinen Programmtext.</translation>
    </message>
</context>
<context>
    <name>chatelaine::JournalExporter</name>
    <message>
        <source>The report %1 cannot be written: %2</source>
        <translation>Der Bericht %1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Check that the folder exists, that you may write there and that there is space, or choose another place.</source>
        <translation>Prüfen Sie, ob es den Ordner gibt, ob Sie dort schreiben dürfen und ob Platz ist, oder wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>The export was cancelled. No file was written.</source>
        <translation>Der Export wurde abgebrochen. Keine Datei wurde geschrieben.</translation>
    </message>
</context>
<context>
    <name>chatelaine::JournalFilterPresenter</name>
    <message>
        <source>Everything about accounts</source>
        <translation>Alles über Konten</translation>
    </message>
    <message>
        <source>Everything about keys</source>
        <translation>Alles über Schlüssel</translation>
    </message>
    <message>
        <source>Everything about many keys at once</source>
        <translation>Alles über viele Schlüssel auf einmal</translation>
    </message>
    <message>
        <source>Everything about secrets</source>
        <translation>Alles über Geheimnisse</translation>
    </message>
    <message>
        <source>Everything about organizations</source>
        <translation>Alles über Organisationen</translation>
    </message>
    <message>
        <source>Everything about projects</source>
        <translation>Alles über Projekte</translation>
    </message>
    <message>
        <source>Everything about webhooks</source>
        <translation>Alles über Webhooks</translation>
    </message>
    <message>
        <source>Every report</source>
        <translation>Jeder Bericht</translation>
    </message>
    <message>
        <source>Every lock and unlock</source>
        <translation>Jedes Sperren und Entsperren</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>At any time</source>
        <translation>Zu jeder Zeit</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>In the last 7 days</source>
        <translation>In den letzten 7 Tagen</translation>
    </message>
    <message>
        <source>In the last 30 days</source>
        <translation>In den letzten 30 Tagen</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>In diesem Jahr</translation>
    </message>
    <message>
        <source>Between...</source>
        <translation>Zwischen...</translation>
    </message>
    <message>
        <source>All accounts</source>
        <translation>Alle Konten</translation>
    </message>
    <message>
        <source>All operations</source>
        <translation>Alle Vorgänge</translation>
    </message>
    <message>
        <source>Any outcome</source>
        <translation>Jedes Ergebnis</translation>
    </message>
    <message>
        <source>Counting...</source>
        <translation>Es wird gezählt...</translation>
    </message>
    <message>
        <source>Showing all of %1 entries</source>
        <translation>Alle %1 Einträge</translation>
    </message>
    <message>
        <source>Showing %1 of %2 entries</source>
        <translation>%1 von %2 Einträgen</translation>
    </message>
    <message>
        <source>No entry is like that. Clear the filter to see all of them.</source>
        <translation>So ein Eintrag ist nicht da. Löschen Sie den Filter, um alle zu sehen.</translation>
    </message>
    <message>
        <source>Nothing has been changed or exported yet. Every change will be listed here.</source>
        <translation>Noch wurde nichts geändert oder exportiert. Hier wird jede Änderung aufgeführt.</translation>
    </message>
    <message>
        <source>This key is no longer in the inventory.</source>
        <translation>Dieser Schlüssel ist nicht mehr im Bestand.</translation>
    </message>
</context>
<context>
    <name>chatelaine::JournalModel</name>
    <message>
        <source>When</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Intended</source>
        <translation>Beabsichtigt</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Erfolgreich</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation>Ungeklärt</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>Geklärt</translation>
    </message>
    <message>
        <source>Connect account</source>
        <translation>Konto verbinden</translation>
    </message>
    <message>
        <source>Change account</source>
        <translation>Konto ändern</translation>
    </message>
    <message>
        <source>Disconnect account</source>
        <translation>Konto trennen</translation>
    </message>
    <message>
        <source>Create key</source>
        <translation>Schlüssel anlegen</translation>
    </message>
    <message>
        <source>Add existing key</source>
        <translation>Vorhandenen Schlüssel aufnehmen</translation>
    </message>
    <message>
        <source>Enable key</source>
        <translation>Schlüssel aktivieren</translation>
    </message>
    <message>
        <source>Disable key</source>
        <translation>Schlüssel deaktivieren</translation>
    </message>
    <message>
        <source>Revoke key</source>
        <translation>Schlüssel widerrufen</translation>
    </message>
    <message>
        <source>Delete key</source>
        <translation>Schlüssel löschen</translation>
    </message>
    <message>
        <source>Check key</source>
        <translation>Schlüssel prüfen</translation>
    </message>
    <message>
        <source>Reveal secret</source>
        <translation>Geheimnis zeigen</translation>
    </message>
    <message>
        <source>Copy secret</source>
        <translation>Geheimnis kopieren</translation>
    </message>
    <message>
        <source>Deliver secret</source>
        <translation>Geheimnis ausliefern</translation>
    </message>
    <message>
        <source>Keep secret in keychain</source>
        <translation>Geheimnis im Schlüsselbund behalten</translation>
    </message>
    <message>
        <source>Release held secret</source>
        <translation>Verwahrtes Geheimnis freigeben</translation>
    </message>
    <message>
        <source>Verify journal</source>
        <translation>Journal prüfen</translation>
    </message>
    <message>
        <source>Rotate key</source>
        <translation>Schlüssel rotieren</translation>
    </message>
    <message>
        <source>Change key</source>
        <translation>Schlüssel ändern</translation>
    </message>
    <message>
        <source>Replace key</source>
        <translation>Schlüssel ersetzen</translation>
    </message>
    <message>
        <source>Create organization</source>
        <translation>Organisation anlegen</translation>
    </message>
    <message>
        <source>Rename organization</source>
        <translation>Organisation umbenennen</translation>
    </message>
    <message>
        <source>Delete organization</source>
        <translation>Organisation löschen</translation>
    </message>
    <message>
        <source>Create project</source>
        <translation>Projekt anlegen</translation>
    </message>
    <message>
        <source>Rename project</source>
        <translation>Projekt umbenennen</translation>
    </message>
    <message>
        <source>Delete project</source>
        <translation>Projekt löschen</translation>
    </message>
    <message>
        <source>Create webhook</source>
        <translation>Webhook anlegen</translation>
    </message>
    <message>
        <source>Pause webhook</source>
        <translation>Webhook anhalten</translation>
    </message>
    <message>
        <source>Resume webhook</source>
        <translation>Webhook fortsetzen</translation>
    </message>
    <message>
        <source>Delete webhook</source>
        <translation>Webhook löschen</translation>
    </message>
    <message>
        <source>Send test event</source>
        <translation>Testereignis senden</translation>
    </message>
    <message>
        <source>Repeat delivery</source>
        <translation>Zustellung wiederholen</translation>
    </message>
    <message>
        <source>Export vendor&apos;s audit log</source>
        <translation>Prüfprotokoll des Anbieters exportieren</translation>
    </message>
    <message>
        <source>Deliver key&apos;s secret</source>
        <translation>Geheimnis eines Schlüssels überbringen</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperre</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Ask for passphrase</source>
        <translation>Passphrase abfragen</translation>
    </message>
    <message>
        <source>Change passphrase</source>
        <translation>Passphrase ändern</translation>
    </message>
    <message>
        <source>Revoke many keys</source>
        <translation>Viele Schlüssel widerrufen</translation>
    </message>
    <message>
        <source>Disable many keys</source>
        <translation>Viele Schlüssel deaktivieren</translation>
    </message>
    <message>
        <source>Delete many keys</source>
        <translation>Viele Schlüssel löschen</translation>
    </message>
    <message>
        <source>Accepted, not proven</source>
        <translation>Angenommen, nicht bewiesen</translation>
    </message>
    <message>
        <source>Join team</source>
        <translation>Team beitreten</translation>
    </message>
    <message>
        <source>Leave team</source>
        <translation>Team verlassen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Conflict in the team</source>
        <translation>Widerspruch im Team</translation>
    </message>
    <message>
        <source>Conflict with the vendor</source>
        <translation>Widerspruch zum Anbieter</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Note on key</source>
        <translation>Notiz zum Schlüssel</translation>
    </message>
    <message>
        <source>Review key</source>
        <translation>Schlüssel prüfen</translation>
    </message>
    <message>
        <source>Accept finding for a time</source>
        <translation>Befund auf Zeit akzeptieren</translation>
    </message>
    <message>
        <source>End exception</source>
        <translation>Ausnahme beenden</translation>
    </message>
    <message>
        <source>Clock set back</source>
        <translation>Uhr zurückgestellt</translation>
    </message>
    <message>
        <source>Acknowledge review of key</source>
        <translation>Prüfung des Schlüssels bestätigen</translation>
    </message>
    <message>
        <source>Change by others seen</source>
        <translation>Änderung durch andere gesehen</translation>
    </message>
</context>
<context>
    <name>chatelaine::JournalPage</name>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Every change and every export, newest first. Nothing can be edited or deleted.</source>
        <translation>Alle Änderungen und Exporte, die neuesten zuerst. Nichts lässt sich bearbeiten oder löschen.</translation>
    </message>
    <message>
        <source>Verify an export</source>
        <translation>Export prüfen</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Exports and evidence packs (*.jsonl SHA256SUMS)</source>
        <translation>Exporte und Nachweispakete (*.jsonl SHA256SUMS)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Key &quot;%1&quot;</source>
        <translation>Schlüssel „%1“</translation>
    </message>
    <message>
        <source>Only about the key &quot;%1&quot;</source>
        <translation>Nur über den Schlüssel „%1“</translation>
    </message>
    <message>
        <source>Show the entries about other keys again.</source>
        <translation>Die Einträge über andere Schlüssel wieder zeigen.</translation>
    </message>
</context>
<context>
    <name>chatelaine::JournalPresenter</name>
    <message>
        <source>%1 entries were exported to %2.</source>
        <translation>%1 Einträge wurden nach %2 exportiert.</translation>
    </message>
    <message>
        <source>The export was cancelled. Nothing was left behind.</source>
        <translation>Der Export wurde abgebrochen. Es blieb nichts zurück.</translation>
    </message>
    <message>
        <source>The chain is intact: each of %1 entries follows from the one before it.</source>
        <translation>Die Kette ist unversehrt: Jeder der %1 Einträge folgt aus dem vorigen.</translation>
    </message>
    <message>
        <source>The chain is broken at entry %1: %2</source>
        <translation>Die Kette ist bei Eintrag %1 gebrochen: %2</translation>
    </message>
    <message>
        <source>Keep a copy of the profile folder, and do not rely on the entries from there on.</source>
        <translation>Sichern Sie eine Kopie des Profilordners, und verlassen Sie sich ab dort nicht auf die Einträge.</translation>
    </message>
    <message>
        <source>%1 entries written</source>
        <translation>%1 Einträge geschrieben</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>Masked value</source>
        <translation>Maskierter Wert</translation>
    </message>
    <message>
        <source>The vendor&apos;s ID</source>
        <translation>ID beim Anbieter</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Computer</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>The vendor&apos;s request ID</source>
        <translation>Anfrage-ID des Anbieters</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>Account ID</source>
        <translation>Konto-ID</translation>
    </message>
    <message>
        <source>Installation</source>
        <translation>Installation</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>SHA-256 of the entry before</source>
        <translation>SHA-256 des vorigen Eintrags</translation>
    </message>
    <message>
        <source>It is not signed: %1</source>
        <translation>Er ist nicht signiert: %1</translation>
    </message>
    <message>
        <source>Give the signer&apos;s fingerprint to whoever reads it, by another way than the file: %1</source>
        <translation>Geben Sie den Fingerabdruck der Signatur auf einem anderen Weg als dem der Datei weiter: %1</translation>
    </message>
    <message>
        <source>A report of %1 keys and %2 entries was exported to %3.</source>
        <translation>Ein Bericht über %1 Schlüssel und %2 Einträge wurde nach %3 exportiert.</translation>
    </message>
    <message>
        <source>It is INCOMPLETE: %1</source>
        <translation>Er ist UNVOLLSTÄNDIG: %1</translation>
    </message>
    <message>
        <source>NOT INTACT: %1</source>
        <translation>NICHT UNVERSEHRT: %1</translation>
    </message>
    <message>
        <source>Do not rely on it. Ask whoever gave it to you for another one.</source>
        <translation>Verlassen Sie sich nicht darauf. Bitten Sie den, der es Ihnen gab, um ein anderes.</translation>
    </message>
    <message>
        <source>Signed by the key with the fingerprint %1. Compare it with the one that you know by another way.</source>
        <translation>Unterschrieben mit dem Schlüssel mit dem Fingerabdruck %1. Vergleichen Sie ihn mit dem, den Sie auf anderem Weg kennen.</translation>
    </message>
    <message>
        <source>It is not signed: anybody can have made it.</source>
        <translation>Es ist nicht unterschrieben: Jeder kann es gemacht haben.</translation>
    </message>
    <message>
        <source>INTACT: %1 entries of the journal, as they were exported.</source>
        <translation>UNVERSEHRT: %1 Einträge des Journals, wie sie exportiert wurden.</translation>
    </message>
    <message>
        <source>Verifying...</source>
        <translation>Wird geprüft …</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <comment>what changed: from, to</comment>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a detail and its value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
</context>
<context>
    <name>chatelaine::JournalSeal</name>
    <message>
        <source>The journal is broken at entry %1: %2</source>
        <translation>Das Journal ist bei Eintrag %1 gebrochen: %2</translation>
    </message>
    <message>
        <source>The key could not be used to sign.</source>
        <translation>Mit dem Schlüssel konnte nicht unterschrieben werden.</translation>
    </message>
</context>
<context>
    <name>chatelaine::JournalVerifier</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>The entries are those of the journal.</source>
        <translation>Die Einträge sind die des Journals.</translation>
    </message>
    <message>
        <source>Entry %1 was edited.</source>
        <translation>Eintrag %1 wurde verändert.</translation>
    </message>
    <message>
        <source>An entry was edited, or exchanged for another one.</source>
        <translation>Ein Eintrag wurde verändert oder gegen einen anderen getauscht.</translation>
    </message>
    <message>
        <source>Entries were removed, from number %1 on: %2.</source>
        <translation>Einträge wurden entfernt, ab Nummer %1: %2.</translation>
    </message>
    <message>
        <source>Entries were removed: %1.</source>
        <translation>Einträge wurden entfernt: %1.</translation>
    </message>
    <message>
        <source>An entry was inserted as number %1.</source>
        <translation>Ein Eintrag wurde als Nummer %1 eingefügt.</translation>
    </message>
    <message>
        <source>Entries were inserted: %1.</source>
        <translation>Einträge wurden eingefügt: %1.</translation>
    </message>
    <message>
        <source>Entry %1 stands in another place.</source>
        <translation>Eintrag %1 steht an einer anderen Stelle.</translation>
    </message>
    <message>
        <source>The end was cut off: the last entry is %1, and %2 are missing.</source>
        <translation>Das Ende wurde abgeschnitten: Der letzte Eintrag ist %1, und %2 fehlen.</translation>
    </message>
    <message>
        <source>The entries lead to another head than the one that was written with them: the last entry was edited, or all were written anew.</source>
        <translation>Die Einträge führen zu einem anderen Kopf als dem, der mit ihnen geschrieben wurde: Der letzte Eintrag wurde verändert, oder alle wurden neu geschrieben.</translation>
    </message>
    <message>
        <source>The head is not signed by the key that stands beside it.</source>
        <translation>Der Kopf ist nicht von dem Schlüssel signiert, der daneben steht.</translation>
    </message>
    <message>
        <source>There is no head behind the entries: the end was cut off, or this is no export of a journal.</source>
        <translation>Hinter den Einträgen steht kein Kopf: Das Ende wurde abgeschnitten, oder dies ist kein Export eines Journals.</translation>
    </message>
    <message>
        <source>it is not a regular file</source>
        <translation>es ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>It is not signed by the key that is known.</source>
        <translation>Es ist nicht mit dem bekannten Schlüssel unterschrieben.</translation>
    </message>
    <message>
        <source>It is an older one: more entries of this journal are known.</source>
        <translation>Es ist ein älteres: von diesem Journal sind mehr Einträge bekannt.</translation>
    </message>
    <message>
        <source>%1 was edited.</source>
        <translation>%1 wurde geändert.</translation>
    </message>
    <message>
        <source>%1 was removed.</source>
        <translation>%1 wurde entfernt.</translation>
    </message>
    <message>
        <source>%1 was added.</source>
        <translation>%1 wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>%1 is not a regular file: a link can lead out of the pack.</source>
        <translation>%1 ist keine gewöhnliche Datei: Eine Verknüpfung kann aus dem Paket hinausführen.</translation>
    </message>
    <message>
        <source>SHA256SUMS is not signed: %1 is missing.</source>
        <translation>SHA256SUMS ist nicht signiert: %1 fehlt.</translation>
    </message>
    <message>
        <source>%1 is no signature of SHA256SUMS by the key that stands beside it: the sums were edited, or signed by another key.</source>
        <translation>%1 ist keine Signatur von SHA256SUMS mit dem Schlüssel, der dabei liegt: Die Summen wurden geändert oder mit einem anderen Schlüssel signiert.</translation>
    </message>
    <message>
        <source>The journal does not go on from the head that is known of its first %1 entries: they were written anew.</source>
        <translation>Das Journal setzt nicht den Kopf fort, der von seinen ersten %1 Einträgen bekannt ist: Sie wurden neu geschrieben.</translation>
    </message>
    <message>
        <source>%1 is signed by another key than SHA256SUMS.</source>
        <translation>%1 ist mit einem anderen Schlüssel signiert als SHA256SUMS.</translation>
    </message>
    <message>
        <source>%1 is a zip.</source>
        <translation>%1 ist ein Zip-Archiv.</translation>
    </message>
    <message>
        <source>Unpack it first, then verify what was in it.</source>
        <translation>Entpacken Sie es zuerst und prüfen Sie dann, was darin war.</translation>
    </message>
    <message>
        <source>%1 is no export of a journal.</source>
        <translation>%1 ist kein Export eines Journals.</translation>
    </message>
    <message>
        <source>Name an export in JSON Lines, or the folder of an evidence pack.</source>
        <translation>Nennen Sie einen Export als JSON Lines oder den Ordner eines Nachweispakets.</translation>
    </message>
</context>
<context>
    <name>chatelaine::KeyActions</name>
    <message>
        <source>Enable</source>
        <translation>Aktivieren</translation>
    </message>
    <message>
        <source>Only a disabled key can be enabled.</source>
        <translation>Nur ein deaktivierter Schlüssel lässt sich aktivieren.</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Deaktivieren</translation>
    </message>
    <message>
        <source>Only a key that works can be disabled.</source>
        <translation>Nur ein Schlüssel, der gilt, lässt sich deaktivieren.</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>The key is gone already.</source>
        <translation>Der Schlüssel ist schon weg.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>The key is deleted already.</source>
        <translation>Der Schlüssel ist schon gelöscht.</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Its secret is not in the keychain, so it cannot be checked.</source>
        <translation>Sein Geheimnis ist nicht im Schlüsselbund; er lässt sich daher nicht prüfen.</translation>
    </message>
    <message>
        <source>Open %1 dashboard</source>
        <translation>Dashboard von %1 öffnen</translation>
    </message>
    <message>
        <source>%1 &quot;%2&quot;</source>
        <translation>%1: „%2“</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Only a key that is there can be changed.</source>
        <translation>Nur ein vorhandener Schlüssel kann geändert werden.</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>Rotieren</translation>
    </message>
    <message>
        <source>The vendor does not rotate such a key.</source>
        <translation>Der Anbieter rotiert einen solchen Schlüssel nicht.</translation>
    </message>
    <message>
        <source>How to use</source>
        <translation>Benutzung</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Renew</source>
        <translation>Erneuern</translation>
    </message>
    <message>
        <source>It is the credential of this account: every synchronization checks it.</source>
        <translation>Das sind die Zugangsdaten dieses Kontos: Jede Synchronisation prüft sie.</translation>
    </message>
</context>
<context>
    <name>chatelaine::KeyCreation</name>
    <message>
        <source>The key was made, but could not be added to the inventory: %1 Sync the account.</source>
        <translation>Der Schlüssel wurde angelegt, konnte dem Bestand aber nicht hinzugefügt werden: %1 Synchronisieren Sie das Konto.</translation>
    </message>
    <message>
        <source>The vendor did not show the new key. Sync the account to see it.</source>
        <translation>Der Anbieter hat den neuen Schlüssel nicht angezeigt. Synchronisieren Sie das Konto, um ihn zu sehen.</translation>
    </message>
    <message>
        <source>The outcome could not be written down: %1</source>
        <translation>Das Ergebnis konnte nicht festgehalten werden: %1</translation>
    </message>
    <message>
        <source>The vendor&apos;s list does not show the new key yet.</source>
        <translation>Die Liste des Anbieters zeigt den neuen Schlüssel noch nicht.</translation>
    </message>
    <message>
        <source>The vendor answered with &quot;%1&quot;, a key that was there before. The secret that came is held, but belongs to no key yet.</source>
        <translation>Der Anbieter antwortete mit „%1“, einem Schlüssel, den es schon gab. Das erhaltene Geheimnis wird aufbewahrt, gehört aber noch zu keinem Schlüssel.</translation>
    </message>
    <message>
        <source>Sync the account, then say which key the operation made, or revoke the new one and make another.</source>
        <translation>Synchronisieren Sie das Konto, und sagen Sie dann, welchen Schlüssel der Vorgang angelegt hat, oder widerrufen Sie den neuen und legen Sie einen anderen an.</translation>
    </message>
</context>
<context>
    <name>chatelaine::KeyDelegate</name>
    <message>
        <source>The vendor does not say when this key was last used.</source>
        <translation>Der Anbieter sagt nicht, wann dieser Schlüssel zuletzt benutzt wurde.</translation>
    </message>
    <message>
        <source>No use was seen since its use is tracked.</source>
        <translation>Seit die Benutzung verfolgt wird, gab es keine.</translation>
    </message>
    <message>
        <source>Chatelaine itself uses this key to manage the account.</source>
        <translation>Chatelaine selbst benutzt diesen Schlüssel, um das Konto zu verwalten.</translation>
    </message>
    <message>
        <source>Its secret is kept in the keychain.</source>
        <translation>Sein Geheimnis wird im Schlüsselbund aufbewahrt.</translation>
    </message>
</context>
<context>
    <name>chatelaine::KeyDetailsPanel</name>
    <message>
        <source>No key is selected</source>
        <translation>Kein Schlüssel ausgewählt</translation>
    </message>
    <message>
        <source>Select a key to see what is known of it and what can be done with it.</source>
        <translation>Wählen Sie einen Schlüssel aus, um zu sehen, was über ihn bekannt ist und was mit ihm möglich ist.</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) are selected</source>
        <translation>
            <numerusform>%n Schlüssel ist ausgewählt</numerusform>
            <numerusform>%n Schlüssel sind ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>The menu Key has what can be done with all of them.</source>
        <translation>Im Menü „Schlüssel“ steht, was mit allen getan werden kann.</translation>
    </message>
    <message>
        <source>Since %1: %2</source>
        <translation>Seit %1: %2</translation>
    </message>
    <message>
        <source>Accepted until %1.</source>
        <translation>Akzeptiert bis %1.</translation>
    </message>
    <message>
        <source>Approved by %1: %2</source>
        <translation>Genehmigt von %1: %2</translation>
    </message>
    <message>
        <source>Exceptions...</source>
        <translation>Ausnahmen...</translation>
    </message>
</context>
<context>
    <name>chatelaine::KeyFacts</name>
    <message>
        <source>%1, ended here %2</source>
        <translation>%1, hier beendet %2</translation>
    </message>
    <message>
        <source>%1, no longer listed since %2</source>
        <translation>%1, nicht mehr aufgeführt (bemerkt %2)</translation>
    </message>
    <message>
        <source>%1; Chatelaine itself uses this key</source>
        <translation>%1; Chatelaine selbst benutzt diesen Schlüssel</translation>
    </message>
    <message>
        <source>The vendor does not say</source>
        <translation>Der Anbieter sagt es nicht</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Read %1</source>
        <translation>Gelesen: %1</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Geheimnis</translation>
    </message>
    <message>
        <source>Kept in the keychain</source>
        <translation>Im Schlüsselbund aufbewahrt</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>Since %1, by %2</source>
        <translation>Seit %1, von %2</translation>
    </message>
    <message>
        <source>Last review</source>
        <translation>Letzte Prüfung</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>decision and its reason</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>On %1, by %2</source>
        <translation>Am %1, von %2</translation>
    </message>
    <message>
        <source>Written down on %1, by %2</source>
        <translation>Festgehalten am %1 von %2</translation>
    </message>
    <message>
        <source>Acknowledged by</source>
        <translation>Bestätigt von</translation>
    </message>
</context>
<context>
    <name>chatelaine::KeyForms</name>
    <message>
        <source>&quot;%1&quot; has a new secret.</source>
        <translation>„%1“ hat ein neues Geheimnis.</translation>
    </message>
    <message>
        <source>The old one works until %1 (%2).</source>
        <translation>Das alte gilt bis %1 (%2).</translation>
    </message>
    <message>
        <source>The old one does not work any more.</source>
        <translation>Das alte gilt nicht mehr.</translation>
    </message>
    <message>
        <source>Give &quot;%1&quot; a new term</source>
        <translation>„%1“ eine neue Laufzeit geben</translation>
    </message>
    <message>
        <source>Rotate &quot;%1&quot;</source>
        <translation>„%1“ rotieren</translation>
    </message>
    <message>
        <source>The key has expired. It gets a new secret and works again, for the time that you give it.</source>
        <translation>Der Schlüssel ist abgelaufen. Er bekommt ein neues Geheimnis und gilt wieder, so lange Sie es festlegen.</translation>
    </message>
    <message>
        <source>I know that Chatelaine itself uses this key, and give the new secret to the account</source>
        <translation>Ich weiß, dass Chatelaine selbst diesen Schlüssel benutzt, und gebe dem Konto das neue Geheimnis</translation>
    </message>
    <message>
        <source>The old secret may be dead and the new one lost. Synchronize the account, then rotate the key once more.</source>
        <translation>Das alte Geheimnis gilt womöglich nicht mehr, und das neue ist verloren. Synchronisieren Sie das Konto, und rotieren Sie den Schlüssel dann noch einmal.</translation>
    </message>
    <message>
        <source>Edit &quot;%1&quot;</source>
        <translation>„%1“ bearbeiten</translation>
    </message>
    <message>
        <source>Save the changes</source>
        <translation>Änderungen speichern</translation>
    </message>
    <message>
        <source>Replace &quot;%1&quot;</source>
        <translation>„%1“ ersetzen</translation>
    </message>
    <message>
        <source>The vendor does not tell these of the old key: %1.</source>
        <translation>Vom alten Schlüssel nennt der Anbieter dies nicht: %1.</translation>
    </message>
    <message>
        <source>Make the new key</source>
        <translation>Neuen Schlüssel anlegen</translation>
    </message>
    <message>
        <source>Close this and synchronize the account: if the new key is there, Chatelaine finds it.</source>
        <translation>Schließen Sie dies und synchronisieren Sie das Konto: Wenn es den neuen Schlüssel gibt, findet Chatelaine ihn.</translation>
    </message>
    <message>
        <source>The key gets a new secret. Its name and its rights stay.</source>
        <translation>Der Schlüssel bekommt ein neues Geheimnis. Sein Name und seine Rechte bleiben.</translation>
    </message>
    <message>
        <source>First a new key is made. Only when its secret is stored where it is needed, the old key is ended.</source>
        <translation>Zuerst wird ein neuer Schlüssel angelegt. Erst wenn sein Geheimnis dort ist, wo es gebraucht wird, wird der alte beendet.</translation>
    </message>
    <message>
        <source>The new key is made. The old key can be ended.</source>
        <translation>Der neue Schlüssel ist angelegt. Der alte kann beendet werden.</translation>
    </message>
</context>
<context>
    <name>chatelaine::KeyListState</name>
    <message>
        <source>The account could not be read completely.</source>
        <translation>Das Konto konnte nicht vollständig gelesen werden.</translation>
    </message>
    <message>
        <source>No keys could be read</source>
        <translation>Es konnten keine Schlüssel gelesen werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Opening the inventory…</source>
        <translation>Der Bestand wird geöffnet…</translation>
    </message>
    <message>
        <source>The local inventory is being read.</source>
        <translation>Der lokale Bestand wird gelesen.</translation>
    </message>
    <message>
        <source>Reading keys…</source>
        <translation>Schlüssel werden gelesen…</translation>
    </message>
    <message>
        <source>They appear here as soon as they arrive.</source>
        <translation>Sie erscheinen hier, sobald sie eintreffen.</translation>
    </message>
    <message>
        <source>No key matches</source>
        <translation>Kein Schlüssel passt</translation>
    </message>
    <message>
        <source>No key here has all of these words and this state.</source>
        <translation>Kein Schlüssel hier hat alle diese Wörter und diesen Zustand.</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche zurücksetzen</translation>
    </message>
    <message>
        <source>No keys yet</source>
        <translation>Noch keine Schlüssel</translation>
    </message>
    <message>
        <source>This vendor does not list keys. Add the ones that you have: their secrets go to the keychain and can be checked.</source>
        <translation>Dieser Anbieter listet keine Schlüssel auf. Fügen Sie die vorhandenen hinzu: Ihre Geheimnisse kommen in den Schlüsselbund und lassen sich prüfen.</translation>
    </message>
    <message>
        <source>Add an existing key…</source>
        <translation>Vorhandenen Schlüssel hinzufügen…</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>Noch nicht gelesen</translation>
    </message>
    <message>
        <source>The keys of this account have not been read from the vendor.</source>
        <translation>Die Schlüssel dieses Kontos wurden noch nicht vom Anbieter gelesen.</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Jetzt synchronisieren</translation>
    </message>
    <message>
        <source>No keys here</source>
        <translation>Hier sind keine Schlüssel</translation>
    </message>
    <message>
        <source>The vendor lists no key here.</source>
        <translation>Der Anbieter führt hier keinen Schlüssel auf.</translation>
    </message>
    <message>
        <source>Make the first key…</source>
        <translation>Ersten Schlüssel anlegen…</translation>
    </message>
</context>
<context>
    <name>chatelaine::KeyNoteService</name>
    <message>
        <source>The text is too long, or has something in it that looks like a secret. It is shown, and is part of reports.</source>
        <translation>Der Text ist zu lang oder enthält etwas, das wie ein Geheimnis aussieht. Er wird angezeigt und ist Teil von Berichten.</translation>
    </message>
    <message>
        <source>At most %1 keys at a time.</source>
        <translation>Höchstens %1 Schlüssel auf einmal.</translation>
    </message>
    <message>
        <source>A review needs its reason, in a few words.</source>
        <translation>Eine Prüfung braucht ihren Grund, in wenigen Worten.</translation>
    </message>
    <message>
        <source>There are no exceptions for held secrets: bring the secret to where it is needed, or revoke its key.</source>
        <translation>Für gehaltene Geheimnisse gibt es keine Ausnahmen: bringen Sie das Geheimnis an seinen Ort oder widerrufen Sie seinen Schlüssel.</translation>
    </message>
    <message>
        <source>An exception needs its reason, in a few words.</source>
        <translation>Eine Ausnahme braucht ihren Grund, in wenigen Worten.</translation>
    </message>
    <message>
        <source>An exception needs who approved it.</source>
        <translation>Bei einer Ausnahme muss stehen, wer sie genehmigt hat.</translation>
    </message>
    <message>
        <source>There is no exception of this rule to end.</source>
        <translation>Es gibt keine Ausnahme von dieser Regel, die zu beenden wäre.</translation>
    </message>
    <message>
        <source>An exception needs an end that is still ahead, and less than 100 years.</source>
        <translation>Eine Ausnahme braucht ein Ende, das noch bevorsteht, und in weniger als 100 Jahren.</translation>
    </message>
    <message>
        <source>An acknowledgement needs who acknowledges the review.</source>
        <translation>Zu einer Bestätigung gehört, wer die Prüfung bestätigt.</translation>
    </message>
    <message>
        <source>There is no review to acknowledge: write it down first.</source>
        <translation>Es gibt keine Prüfung, die bestätigt werden könnte: Halten Sie sie zuerst fest.</translation>
    </message>
</context>
<context>
    <name>chatelaine::KeyNotes</name>
    <message>
        <source>%1 is a number of days, from 1 to %2.</source>
        <translation>%1 ist eine Zahl von Tagen, von 1 bis %2.</translation>
    </message>
    <message>
        <source>%1 is a date or a time, such as 2026-03-01 or 2026-03-01T09:00:00Z.</source>
        <translation>%1 ist ein Datum oder ein Zeitpunkt, etwa 2026-03-01 oder 2026-03-01T09:00:00Z.</translation>
    </message>
    <message>
        <source>%1 is one of %2.</source>
        <translation>%1 ist eines von %2.</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Zweck</translation>
    </message>
    <message>
        <source>System it serves</source>
        <translation>Bedientes System</translation>
    </message>
    <message>
        <source>Class of data it reaches</source>
        <translation>Datenklasse</translation>
    </message>
    <message>
        <source>Third party that holds it</source>
        <translation>Dritte, die ihn haben</translation>
    </message>
    <message>
        <source>Where its secret is kept</source>
        <translation>Ort des Geheimnisses</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <source>Backup owner</source>
        <translation>Vertretung</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Benutzt von</translation>
    </message>
    <message>
        <source>Why it is shared</source>
        <translation>Warum geteilt</translation>
    </message>
    <message>
        <source>Request and approval</source>
        <translation>Antrag und Genehmigung</translation>
    </message>
    <message>
        <source>Longest life in days</source>
        <translation>Längste Lebensdauer in Tagen</translation>
    </message>
    <message>
        <source>Rotate every … days</source>
        <translation>Rotieren alle … Tage</translation>
    </message>
    <message>
        <source>Risk analysis for that</source>
        <translation>Risikoanalyse dazu</translation>
    </message>
    <message>
        <source>Why it ends</source>
        <translation>Warum er endet</translation>
    </message>
    <message>
        <source>Since when it has to end</source>
        <translation>Muss enden seit</translation>
    </message>
    <message>
        <source>Person or incident</source>
        <translation>Person oder Vorfall</translation>
    </message>
    <message>
        <source>A person</source>
        <translation>Eine Person</translation>
    </message>
    <message>
        <source>A service</source>
        <translation>Ein Dienst</translation>
    </message>
    <message>
        <source>Several (shared)</source>
        <translation>Mehrere (geteilt)</translation>
    </message>
    <message>
        <source>A person leaves</source>
        <translation>Jemand scheidet aus</translation>
    </message>
    <message>
        <source>An incident</source>
        <translation>Ein Vorfall</translation>
    </message>
    <message>
        <source>Replaced by another</source>
        <translation>Durch einen anderen ersetzt</translation>
    </message>
    <message>
        <source>No longer needed</source>
        <translation>Nicht mehr gebraucht</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Etwas anderes</translation>
    </message>
    <message>
        <source>%1 has more than %2 characters.</source>
        <translation>%1 hat mehr als %2 Zeichen.</translation>
    </message>
    <message>
        <source>%1 has something in it that looks like a secret. Notes are shown, and are part of reports.</source>
        <translation>%1 enthält etwas, das wie ein Geheimnis aussieht. Notizen werden angezeigt und sind Teil von Berichten.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Reduce its rights</source>
        <translation>Rechte verringern</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Widerrufen</translation>
    </message>
</context>
<context>
    <name>chatelaine::KeyNotices</name>
    <message>
        <source>It was served by right of the key.</source>
        <translation>Die Anfrage wurde aufgrund des Schlüssels bedient.</translation>
    </message>
    <message>
        <source>It was served as to anybody: the key had no part in it.</source>
        <translation>Die Anfrage wurde wie für jedermann bedient: Der Schlüssel spielte keine Rolle.</translation>
    </message>
    <message>
        <source>It was served against a payment.</source>
        <translation>Die Anfrage wurde gegen eine Zahlung bedient.</translation>
    </message>
    <message>
        <source>It was served in the lane &quot;%1&quot;.</source>
        <translation>Die Anfrage wurde auf dem Weg „%1“ bedient.</translation>
    </message>
    <message>
        <source>%1 of %2 requests left</source>
        <translation>Noch %1 von %2 Anfragen</translation>
    </message>
    <message>
        <source>%1 requests left</source>
        <translation>Noch %1 Anfragen</translation>
    </message>
    <message>
        <source>%1 until %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>The vendor asks for a payment, in a way that cannot be read: %1</source>
        <translation>Der Anbieter verlangt eine Zahlung, auf eine Weise, die nicht lesbar ist: %1</translation>
    </message>
    <message>
        <source>not named</source>
        <translation>nicht genannt</translation>
    </message>
    <message>
        <source>The vendor asks for a payment: amount %1 (in the smallest unit), currency %2, to %3</source>
        <translation>Der Anbieter verlangt eine Zahlung: Betrag %1 (in der kleinsten Einheit), Währung %2, an %3</translation>
    </message>
    <message>
        <source>%1, until %2</source>
        <translation>%1, bis %2</translation>
    </message>
    <message>
        <source>The vendor confirms a payment: status %1, reference %2.</source>
        <translation>Der Anbieter bestätigt eine Zahlung: Status %1, Beleg %2.</translation>
    </message>
    <message>
        <source>Chatelaine never pays.</source>
        <translation>Chatelaine zahlt nie.</translation>
    </message>
    <message>
        <source>The vendor accepted the change of &quot;%1&quot;, but does not show it yet.</source>
        <translation>Der Anbieter hat die Änderung von „%1“ angenommen, zeigt sie aber noch nicht.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is changed, as the vendor confirms.</source>
        <translation>„%1“ ist geändert, wie der Anbieter bestätigt.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is %2 now, as the vendor confirms.</source>
        <translation>„%1“ ist jetzt %2, wie der Anbieter bestätigt.</translation>
    </message>
</context>
<context>
    <name>chatelaine::KeyRotationRun</name>
    <message>
        <source>The outcome could not be written down: %1</source>
        <translation>Das Ergebnis konnte nicht festgehalten werden: %1</translation>
    </message>
    <message>
        <source>The key has a new secret, but the inventory could not be changed: %1 Sync the account.</source>
        <translation>Der Schlüssel hat ein neues Geheimnis, aber der Bestand konnte nicht geändert werden: %1 Synchronisieren Sie das Konto.</translation>
    </message>
    <message>
        <source>The old secret could not be removed from the keychain: %1</source>
        <translation>Das alte Geheimnis konnte nicht aus dem Schlüsselbund entfernt werden: %1</translation>
    </message>
    <message>
        <source>The vendor was asked to rotate a key and answered with another one (%1). The secret that came is held, but belongs to no key yet.</source>
        <translation>Der Anbieter sollte einen Schlüssel erneuern und antwortete mit einem anderen (%1). Das erhaltene Geheimnis wird aufbewahrt, gehört aber noch zu keinem Schlüssel.</translation>
    </message>
    <message>
        <source>The old secret may have stopped working. Check the key, and rotate it again if the held secret is not its own.</source>
        <translation>Das alte Geheimnis gilt vielleicht nicht mehr. Prüfen Sie den Schlüssel, und erneuern Sie ihn noch einmal, wenn das aufbewahrte Geheimnis nicht seines ist.</translation>
    </message>
</context>
<context>
    <name>chatelaine::KeyService</name>
    <message>
        <source>%1 has no &quot;%2&quot; for this kind of key (%3).</source>
        <translation>%1 hat für diese Art von Schlüssel (%3) kein „%2“.</translation>
    </message>
    <message>
        <source>What there is: %1.</source>
        <translation>Möglich ist: %1.</translation>
    </message>
    <message numerus="yes">
        <source>&quot;%1&quot; can mean %n key(s): %2.</source>
        <translation>
            <numerusform>„%1“ kann %n Schlüssel bedeuten: %2.</numerusform>
            <numerusform>„%1“ kann %n Schlüssel bedeuten: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Name one of them by its full reference.</source>
        <translation>Nennen Sie einen davon mit seiner vollständigen Referenz.</translation>
    </message>
    <message>
        <source>No key is known as &quot;%1&quot;.</source>
        <translation>Als „%1“ ist kein Schlüssel bekannt.</translation>
    </message>
    <message>
        <source>Sync the account, or look at the list of keys.</source>
        <translation>Synchronisieren Sie das Konto, oder sehen Sie in der Liste der Schlüssel nach.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; looks like the key with which this account itself works.</source>
        <translation>„%1“ sieht aus wie der Schlüssel, mit dem dieses Konto selbst arbeitet.</translation>
    </message>
    <message>
        <source>Give the account another credential first, or confirm that you mean this key.</source>
        <translation>Geben Sie dem Konto zuerst andere Zugangsdaten, oder bestätigen Sie, dass Sie diesen Schlüssel meinen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; needs more than the name of a key.</source>
        <translation>„%1“ braucht mehr als den Namen eines Schlüssels.</translation>
    </message>
</context>
<context>
    <name>chatelaine::KeyTableModel</name>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
</context>
<context>
    <name>chatelaine::KeyTexts</name>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Deaktiviert</translation>
    </message>
    <message>
        <source>Rotating</source>
        <translation>In Rotation</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Masked value</source>
        <translation>Maskierter Wert</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Berechtigung</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>Sandbox</translation>
    </message>
</context>
<context>
    <name>chatelaine::KeychainDialog</name>
    <message>
        <source>Looking at the keychain…</source>
        <translation>Der Schlüsselbund wird geprüft…</translation>
    </message>
    <message>
        <source>The keychain works: what is stored in it is kept.</source>
        <translation>Der Schlüsselbund funktioniert: Was darin abgelegt wird, bleibt.</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>Kept by</source>
        <translation>Verwaltet von</translation>
    </message>
    <message>
        <source>nobody who answers</source>
        <translation>niemandem, der antwortet</translation>
    </message>
    <message>
        <source>Default keyring</source>
        <translation>Standardschlüsselbund</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperre</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>unlocked</source>
        <translation>entsperrt</translation>
    </message>
    <message>
        <source>After the logout</source>
        <translation>Nach der Abmeldung</translation>
    </message>
    <message>
        <source>entries stay</source>
        <translation>bleiben die Einträge</translation>
    </message>
    <message>
        <source>entries are gone</source>
        <translation>sind die Einträge weg</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>Sandbox</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
</context>
<context>
    <name>chatelaine::KeysPage</name>
    <message>
        <source>All but deleted</source>
        <translation>Alle außer gelöschten</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>Alle Zustände</translation>
    </message>
    <message>
        <source>No vendor here makes keys through its API.</source>
        <translation>Kein Anbieter hier legt Schlüssel über seine API an.</translation>
    </message>
    <message>
        <source>The reference of &quot;%1&quot; is on the clipboard.</source>
        <translation>Die Referenz von „%1“ ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>1 key</source>
        <translation>1 Schlüssel</translation>
    </message>
    <message>
        <source>%1 keys</source>
        <translation>%1 Schlüssel</translation>
    </message>
</context>
<context>
    <name>chatelaine::LeakDialog</name>
    <message>
        <source>Proven</source>
        <translation>Bewiesen</translation>
    </message>
    <message>
        <source>Likely</source>
        <translation>Wahrscheinlich</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>So nothing that is kept there could be proven.</source>
        <translation>Daher konnte nichts bewiesen werden, was dort aufbewahrt ist.</translation>
    </message>
</context>
<context>
    <name>chatelaine::LeakSearch</name>
    <message>
        <source>%1 of %2</source>
        <comment>kind of key and vendor</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>It is the credential of the account &quot;%1&quot; itself.</source>
        <translation>Das sind die Zugangsdaten des Kontos „%1“ selbst.</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) begin and end like it. That one does so by accident has a chance of %1 %.</source>
        <translation>
            <numerusform>%n Schlüssel beginnt und endet so. Dass einer das zufällig tut, hat eine Wahrscheinlichkeit von %1 %.</numerusform>
            <numerusform>%n Schlüssel beginnen und enden so. Dass einer das zufällig tut, hat eine Wahrscheinlichkeit von %1 %.</numerusform>
        </translation>
    </message>
    <message>
        <source>It looks like no key of any account here.</source>
        <translation>Es sieht nach keinem Schlüssel eines der Konten hier aus.</translation>
    </message>
    <message>
        <source>No key that is known here begins and ends like it.</source>
        <translation>Kein hier bekannter Schlüssel beginnt und endet so.</translation>
    </message>
    <message>
        <source>It is the very value that was kept or delivered here as the secret of this key.</source>
        <translation>Es ist genau der Wert, der hier als Geheimnis dieses Schlüssels behalten oder überbracht wurde.</translation>
    </message>
</context>
<context>
    <name>chatelaine::LinuxSessionWatch</name>
    <message>
        <source>Secrets are put away first.</source>
        <translation>Geheimnisse werden zuerst weggelegt.</translation>
    </message>
</context>
<context>
    <name>chatelaine::LockPage</name>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>&amp;Entsperren</translation>
    </message>
</context>
<context>
    <name>chatelaine::LockSettingsDialog</name>
    <message>
        <source>Enter the new passphrase twice, the same way.</source>
        <translation>Geben Sie die neue Passphrase zweimal gleich ein.</translation>
    </message>
    <message>
        <source>Enter the current passphrase.</source>
        <translation>Geben Sie die bisherige Passphrase ein.</translation>
    </message>
    <message>
        <source>The passphrase is changed.</source>
        <translation>Die Passphrase ist geändert.</translation>
    </message>
    <message>
        <source>The passphrase is set.</source>
        <translation>Die Passphrase ist festgelegt.</translation>
    </message>
    <message>
        <source>The passphrase is removed: Chatelaine does not lock any more.</source>
        <translation>Die Passphrase ist entfernt: Chatelaine sperrt sich nicht mehr.</translation>
    </message>
    <message>
        <source>&amp;Change passphrase</source>
        <translation>Passphrase &amp;ändern</translation>
    </message>
    <message>
        <source>&amp;Set passphrase</source>
        <translation>Passphrase fest&amp;legen</translation>
    </message>
    <message>
        <source>No passphrase is set, so Chatelaine cannot be locked.</source>
        <translation>Es ist keine Passphrase festgelegt, also kann Chatelaine nicht gesperrt werden.</translation>
    </message>
    <message>
        <source>When the screen is locked it takes revealed secrets back, no more.</source>
        <translation>Wird der Bildschirm gesperrt, so verdeckt es nur aufgedeckte Geheimnisse.</translation>
    </message>
    <message>
        <source>However long nobody uses the computer, Chatelaine stays open.</source>
        <translation>Wie lange auch niemand den Computer benutzt: Chatelaine bleibt offen.</translation>
    </message>
    <message numerus="yes">
        <source>PCI DSS (8.2.8) asks for a new authentication after %n idle minute(s).</source>
        <translation>
            <numerusform>PCI DSS (8.2.8) verlangt eine neue Anmeldung nach %n untätigen Minute.</numerusform>
            <numerusform>PCI DSS (8.2.8) verlangt eine neue Anmeldung nach %n untätigen Minuten.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chatelaine::MainWindow</name>
    <message>
        <source>Cancel sync</source>
        <translation>Synchronisieren abbrechen</translation>
    </message>
    <message>
        <source>Sync progress</source>
        <translation>Fortschritt der Synchronisierung</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Disconnect account</source>
        <translation>Konto trennen</translation>
    </message>
    <message>
        <source>Disconnect &quot;%1&quot;?</source>
        <translation>„%1“ trennen?</translation>
    </message>
    <message>
        <source>Its inventory, its usage and its credentials are removed from this machine. Its keys at the vendor stay as they are.</source>
        <translation>Bestand, Nutzung und Zugangsdaten des Kontos werden von diesem Computer entfernt. Seine Schlüssel beim Anbieter bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Disconnect &quot;%1&quot;</source>
        <translation>„%1“ trennen</translation>
    </message>
    <message>
        <source>No browser could be opened.</source>
        <translation>Es konnte kein Browser geöffnet werden.</translation>
    </message>
    <message>
        <source>Open %1 yourself.</source>
        <translation>Öffnen Sie %1 selbst.</translation>
    </message>
    <message>
        <source>About Chatelaine</source>
        <translation>Über Chatelaine</translation>
    </message>
    <message>
        <source>Chatelaine %1</source>
        <translation>Chatelaine %1</translation>
    </message>
    <message>
        <source>Every API key of every account at every vendor, on one clasp.

Free software under the GNU General Public License, version 3 or later, without any warranty.</source>
        <translation>Jeder API-Schlüssel jedes Kontos bei jedem Anbieter, an einem Bund.

Freie Software unter der GNU General Public License, Version 3 oder neuer, ohne jede Gewährleistung.</translation>
    </message>
    <message>
        <source>Something here is not finished: unlock before you quit.</source>
        <translation>Hier ist etwas nicht fertig: Entsperren Sie, bevor Sie beenden.</translation>
    </message>
    <message>
        <source>While Chatelaine was locked, this secret was put away.</source>
        <translation>Während Chatelaine gesperrt war, wurde dieses Geheimnis weggelegt.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is made, and its secret is at its place: %2.</source>
        <translation>„%1“ ist angelegt, und sein Geheimnis ist an seinem Platz: %2.</translation>
    </message>
    <message>
        <source>Notes can be written on at most %1 keys at a time.</source>
        <translation>Notizen lassen sich zu höchstens %1 Schlüsseln auf einmal schreiben.</translation>
    </message>
    <message>
        <source>Select fewer.</source>
        <translation>Wählen Sie weniger aus.</translation>
    </message>
</context>
<context>
    <name>chatelaine::MainWindowPresenter</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is disconnected. Its keys at the vendor stay as they are.</source>
        <translation>„%1“ ist getrennt. Die Schlüssel beim Anbieter bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Starting the practice server</source>
        <translation>Der Übungsserver wird gestartet</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>Stand: %1</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>Noch nicht gelesen</translation>
    </message>
    <message>
        <source>What is shown was read from the vendor at %1.</source>
        <translation>Der angezeigte Stand wurde vom Anbieter gelesen: %1.</translation>
    </message>
</context>
<context>
    <name>chatelaine::ManualKeys</name>
    <message>
        <source>%1 has no keys of the kind &quot;%2&quot;.</source>
        <translation>%1 hat keine Schlüssel der Art „%2“.</translation>
    </message>
    <message>
        <source>A key needs a name of 1 to 200 characters.</source>
        <translation>Ein Schlüssel braucht einen Namen von 1 bis 200 Zeichen.</translation>
    </message>
    <message>
        <source>This does not look like a key of %1.</source>
        <translation>Das sieht nicht aus wie ein Schlüssel von %1.</translation>
    </message>
    <message>
        <source>Check that the whole value was pasted, and that it is for this provider.</source>
        <translation>Prüfen Sie, ob der ganze Wert eingefügt wurde und ob er zu diesem Anbieter gehört.</translation>
    </message>
    <message>
        <source>The key was not added, because its secret cannot be kept: %1</source>
        <translation>Der Schlüssel wurde nicht hinzugefügt, weil sein Geheimnis nicht aufbewahrt werden kann: %1</translation>
    </message>
    <message>
        <source>The secret of &quot;%1&quot; is not in the keychain, so it cannot be checked.</source>
        <translation>Das Geheimnis von „%1“ ist nicht im Schlüsselbund; der Schlüssel lässt sich daher nicht prüfen.</translation>
    </message>
    <message>
        <source>Give the secret for this one check.</source>
        <translation>Geben Sie das Geheimnis für diese eine Prüfung an.</translation>
    </message>
</context>
<context>
    <name>chatelaine::MessageBar</name>
    <message>
        <source>Close message</source>
        <translation>Meldung schließen</translation>
    </message>
</context>
<context>
    <name>chatelaine::NewKeyDialog</name>
    <message>
        <source>Choose...</source>
        <translation>Auswählen...</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>chatelaine::NewKeyPresenter</name>
    <message>
        <source>No account is connected whose vendor lets keys be made.</source>
        <translation>Es ist kein Konto verbunden, dessen Anbieter Schlüssel anlegen lässt.</translation>
    </message>
    <message>
        <source>Create key &quot;%1&quot;</source>
        <translation>Schlüssel „%1“ anlegen</translation>
    </message>
    <message>
        <source>Create key</source>
        <translation>Schlüssel anlegen</translation>
    </message>
    <message>
        <source>The vendor says: %1</source>
        <translation>Der Anbieter sagt: %1</translation>
    </message>
    <message>
        <source>Nobody knows whether the key was made, so it is not asked for again.</source>
        <translation>Niemand weiß, ob der Schlüssel angelegt wurde; daher wird er nicht noch einmal angefordert.</translation>
    </message>
    <message>
        <source>Close this and synchronize the account: if the key is there, Chatelaine finds it and offers to revoke it, because its secret is lost.</source>
        <translation>Schließen Sie dies, und synchronisieren Sie das Konto: Gibt es den Schlüssel, findet Chatelaine ihn und bietet an, ihn zu widerrufen, weil sein Geheimnis verloren ist.</translation>
    </message>
    <message>
        <source>Waiting for the vendor...</source>
        <translation>Warten auf den Anbieter...</translation>
    </message>
</context>
<context>
    <name>chatelaine::NotesDialog</name>
    <message>
        <source>What it is for</source>
        <translation>Wofür er da ist</translation>
    </message>
    <message>
        <source>Who answers for it</source>
        <translation>Wer für ihn einsteht</translation>
    </message>
    <message>
        <source>How long it may live</source>
        <translation>Wie lange er leben darf</translation>
    </message>
    <message>
        <source>Its end</source>
        <translation>Sein Ende</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Nicht angegeben</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>Unterschiedlich</translation>
    </message>
    <message>
        <source>e.g. %1</source>
        <translation>z. B. %1</translation>
    </message>
    <message>
        <source>Accept until %1</source>
        <translation>Bis %1 akzeptieren</translation>
    </message>
    <message>
        <source>Close the notes</source>
        <translation>Notizen schließen</translation>
    </message>
    <message>
        <source>What you entered is not written down yet.</source>
        <translation>Was Sie eingegeben haben, ist noch nicht festgehalten.</translation>
    </message>
    <message>
        <source>Closed now, it is lost.</source>
        <translation>Jetzt geschlossen, geht es verloren.</translation>
    </message>
    <message>
        <source>Close without it</source>
        <translation>Ohne schließen</translation>
    </message>
    <message>
        <source>%1, over</source>
        <translation>%1, abgelaufen</translation>
    </message>
</context>
<context>
    <name>chatelaine::NotesPresenter</name>
    <message>
        <source>Notes on &quot;%1&quot;</source>
        <translation>Notizen zu „%1“</translation>
    </message>
    <message numerus="yes">
        <source>Notes on %n key(s)</source>
        <translation>
            <numerusform>Notizen zu %n Schlüssel</numerusform>
            <numerusform>Notizen zu %n Schlüsseln</numerusform>
        </translation>
    </message>
    <message>
        <source>Since %1, by %2</source>
        <translation>Seit %1, von %2</translation>
    </message>
    <message>
        <source>Nothing of it is new: nothing was written.</source>
        <translation>Nichts davon ist neu: es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>These keys were reviewed differently, or not all of them.</source>
        <translation>Diese Schlüssel wurden unterschiedlich geprüft, oder nicht alle.</translation>
    </message>
    <message>
        <source>Nobody has written down a review yet.</source>
        <translation>Noch niemand hat eine Prüfung festgehalten.</translation>
    </message>
    <message>
        <source>%1, on %2 by %3: %4</source>
        <translation>%1, am %2 von %3: %4</translation>
    </message>
    <message numerus="yes">
        <source>Written into the journal, for %n key(s).</source>
        <translation>
            <numerusform>Ins Journal geschrieben, für %n Schlüssel.</numerusform>
            <numerusform>Ins Journal geschrieben, für %n Schlüssel.</numerusform>
        </translation>
    </message>
    <message>
        <source>Management has not acknowledged it yet.</source>
        <translation>Die Leitung hat sie noch nicht bestätigt.</translation>
    </message>
    <message>
        <source>Acknowledged by %1; written down on %2 by %3.</source>
        <translation>Bestätigt von %1; festgehalten am %2 von %3.</translation>
    </message>
    <message>
        <source>Management has not acknowledged all of their reviews, or not at once.</source>
        <translation>Die Leitung hat nicht alle dieser Prüfungen bestätigt, oder nicht auf einmal.</translation>
    </message>
</context>
<context>
    <name>chatelaine::Notice</name>
    <message>
        <source>The vendor says: %1</source>
        <translation>Der Anbieter sagt: %1</translation>
    </message>
</context>
<context>
    <name>chatelaine::OperationJournal</name>
    <message>
        <source>The folder for locks cannot be made in %1, so nothing was sent.</source>
        <translation>Der Ordner für Sperren kann in %1 nicht angelegt werden; daher wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Check the folder&apos;s permissions and the space on its disk.</source>
        <translation>Prüfen Sie die Rechte des Ordners und den Platz auf seinem Datenträger.</translation>
    </message>
    <message>
        <source>The program ended before the answer came.</source>
        <translation>Das Programm endete, bevor die Antwort kam.</translation>
    </message>
    <message>
        <source>The program ended before the request was sent.</source>
        <translation>Das Programm endete, bevor die Anfrage gesendet war.</translation>
    </message>
</context>
<context>
    <name>chatelaine::OperationRun</name>
    <message>
        <source>The new secret could not be kept safe, so nothing was sent. %1</source>
        <translation>Das neue Geheimnis ließe sich nicht sicher aufbewahren; daher wurde nichts gesendet. %1</translation>
    </message>
</context>
<context>
    <name>chatelaine::OptionList</name>
    <message>
        <source>Asking the vendor what there is...</source>
        <translation>Der Anbieter wird nach der Auswahl gefragt...</translation>
    </message>
    <message>
        <source>The vendor offers none.</source>
        <translation>Der Anbieter bietet nichts an.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>chatelaine::OutputFile</name>
    <message>
        <source>Name another file.</source>
        <translation>Nennen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>%1 is in the folder of Chatelaine&apos;s own files.</source>
        <translation>%1 liegt im Ordner der eigenen Dateien von Chatelaine.</translation>
    </message>
    <message>
        <source>%1 is a link.</source>
        <translation>%1 ist ein Verweis.</translation>
    </message>
    <message>
        <source>%1 is not a regular file.</source>
        <translation>%1 ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>%1 exists already.</source>
        <translation>%1 gibt es schon.</translation>
    </message>
    <message>
        <source>Name another file, or say that it is to be overwritten.</source>
        <translation>Nennen Sie eine andere Datei, oder sagen Sie, dass sie überschrieben werden soll.</translation>
    </message>
    <message>
        <source>Name a folder that is not there yet.</source>
        <translation>Nennen Sie einen Ordner, den es noch nicht gibt.</translation>
    </message>
    <message>
        <source>%1 is the name of a zip, and an evidence pack is a folder.</source>
        <translation>%1 ist der Name eines Zip-Archivs, und ein Nachweispaket ist ein Ordner.</translation>
    </message>
    <message>
        <source>Name a folder; zip it afterwards, if you want to.</source>
        <translation>Nennen Sie einen Ordner; packen Sie ihn danach, wenn Sie möchten.</translation>
    </message>
</context>
<context>
    <name>chatelaine::PackMethod</name>
    <message>
        <source>Keys, quotas and use come from the vendors&apos; own interfaces, at the last reading before this pack was made. No vendor was asked for the pack.</source>
        <translation>Schlüssel, Kontingente und Nutzung stammen aus den Schnittstellen der Anbieter, vom letzten Lesen, bevor dieses Paket gemacht wurde. Für das Paket selbst wurde kein Anbieter gefragt.</translation>
    </message>
    <message>
        <source>records/sources.jsonl names each list that was read: its address and parameters, pages, records, start and end, request ids, and what went wrong. records/accounts.jsonl says of each account as whom it was read, and the SHA-256 of the definition by which its vendor&apos;s answers were understood.</source>
        <translation>records/sources.jsonl nennt jede Liste, die gelesen wurde: Adresse und Parameter, Seiten, Datensätze, Anfang und Ende, Anfrage-IDs und was fehlschlug. records/accounts.jsonl sagt zu jedem Konto, als wer es gelesen wurde, und die SHA-256 der Definition, nach der die Antworten des Anbieters verstanden wurden.</translation>
    </message>
    <message>
        <source>Whether an account was read completely, and if not, why, stands above and in records/accounts.jsonl. One that was not makes the whole INCOMPLETE.</source>
        <translation>Ob ein Konto vollständig gelesen wurde und, wenn nicht, warum, steht oben und in records/accounts.jsonl. Eines, bei dem das nicht so ist, macht das Ganze INCOMPLETE.</translation>
    </message>
    <message>
        <source>Events come from the journals: what was done with Chatelaine, by whom, and what the vendor answered. What was done by other ways is known by what changed between two readings; records/reconciliation.jsonl counts it.</source>
        <translation>Ereignisse stammen aus den Journalen: was mit Chatelaine getan wurde, von wem, und was der Anbieter geantwortet hat. Was auf anderen Wegen getan wurde, zeigt sich daran, was sich zwischen zwei Lesungen geändert hat; records/reconciliation.jsonl zählt es.</translation>
    </message>
    <message>
        <source>journals/ holds the entries of each journal byte by byte. Their hashes are the leaves of a tree (RFC 6962), whose head is head.note.</source>
        <translation>journals/ enthält die Einträge jedes Journals Byte für Byte. Ihre Hashes sind die Blätter eines Baums (RFC 6962), dessen Kopf head.note ist.</translation>
    </message>
    <message>
        <source>records/ holds the tables, one JSON object on each line. views/ and report.pdf were made from the same rows; in a table that is long the PDF has the first ones only.</source>
        <translation>records/ enthält die Tabellen, ein JSON-Objekt je Zeile. views/ und report.pdf wurden aus denselben Zeilen gemacht; von einer langen Tabelle hat das PDF nur die ersten.</translation>
    </message>
    <message>
        <source>The findings are what the rules named above find in the keys. Nothing was left out or added by hand.</source>
        <translation>Die Befunde sind, was die oben genannten Regeln an den Schlüsseln finden. Von Hand wurde nichts weggelassen oder hinzugefügt.</translation>
    </message>
    <message>
        <source>Then SHA256SUMS was made over every file, and signed. VERIFY.txt says how to verify that, and what it does not prove.</source>
        <translation>Dann wurde SHA256SUMS über alle Dateien gemacht und signiert. VERIFY.txt sagt, wie man das prüft und was es nicht beweist.</translation>
    </message>
    <message>
        <source>How this evidence pack was made</source>
        <translation>Wie dieses Nachweispaket entstanden ist</translation>
    </message>
    <message>
        <source>How it was read</source>
        <translation>Wie gelesen wurde</translation>
    </message>
    <message>
        <source>How it was made</source>
        <translation>Wie es gemacht wurde</translation>
    </message>
    <message>
        <source>Purpose, owner, reviews, exceptions and what else people said of keys come from entries of the journals that were made before the end of the period. Of several about the same thing the latest counts.</source>
        <translation>Zweck, Verantwortliche, Prüfungen, Ausnahmen und was sonst zu Schlüsseln angegeben wurde, stammen aus Einträgen der Journale von vor dem Ende des Zeitraums. Von mehreren zur selben Sache gilt der späteste.</translation>
    </message>
</context>
<context>
    <name>chatelaine::PackVerifier</name>
    <message>
        <source>%1 is no evidence pack.</source>
        <translation>%1 ist kein Nachweispaket.</translation>
    </message>
    <message>
        <source>Name the folder that holds the file SHA256SUMS.</source>
        <translation>Nennen Sie den Ordner mit der Datei SHA256SUMS.</translation>
    </message>
</context>
<context>
    <name>chatelaine::PassphraseGuard</name>
    <message>
        <source>Enter the passphrase once.</source>
        <translation>Geben Sie die Passphrase einmal ein.</translation>
    </message>
    <message>
        <source>It is too early to try again.</source>
        <translation>Es ist zu früh für einen neuen Versuch.</translation>
    </message>
    <message>
        <source>This is not the passphrase.</source>
        <translation>Das ist nicht die Passphrase.</translation>
    </message>
    <message numerus="yes">
        <source>The passphrase has fewer than %n characters.</source>
        <translation>
            <numerusform>Die Passphrase hat weniger als %n Zeichen.</numerusform>
            <numerusform>Die Passphrase hat weniger als %n Zeichen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chatelaine::PassphrasePresenter</name>
    <message>
        <source>Locked at %1, by hand.</source>
        <translation>Gesperrt um %1, von Hand.</translation>
    </message>
    <message>
        <source>Locked since it was started, at %1.</source>
        <translation>Gesperrt seit dem Start um %1.</translation>
    </message>
    <message>
        <source>Locked at %1: nobody was using the computer.</source>
        <translation>Gesperrt um %1: Niemand benutzte den Computer.</translation>
    </message>
    <message>
        <source>Locked at %1: the screen was locked.</source>
        <translation>Gesperrt um %1: Der Bildschirm wurde gesperrt.</translation>
    </message>
    <message>
        <source>Locked at %1: the session was locked.</source>
        <translation>Gesperrt um %1: Die Sitzung wurde gesperrt.</translation>
    </message>
    <message>
        <source>Locked at %1: another session came to the front.</source>
        <translation>Gesperrt um %1: Eine andere Sitzung kam nach vorn.</translation>
    </message>
    <message>
        <source>Locked at %1: the computer went to sleep.</source>
        <translation>Gesperrt um %1: Der Computer ging schlafen.</translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n second(s).</source>
        <translation>
            <numerusform>Neuer Versuch in %n Sekunde.</numerusform>
            <numerusform>Neuer Versuch in %n Sekunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter the passphrase.</source>
        <translation>Geben Sie die Passphrase ein.</translation>
    </message>
</context>
<context>
    <name>chatelaine::PdfReport</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>COMPLETE: everything in scope was read.</source>
        <translation>COMPLETE: Alles im Umfang wurde gelesen.</translation>
    </message>
    <message>
        <source>INCOMPLETE: something in scope was not read.</source>
        <translation>INCOMPLETE: Etwas im Umfang wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>There are none.</source>
        <translation>Es gibt keine.</translation>
    </message>
    <message>
        <source>The first %1 of %2 rows; the other forms of this report have them all.</source>
        <translation>Die ersten %1 von %2 Zeilen; die anderen Formen dieses Berichts haben alle.</translation>
    </message>
    <message>
        <source>%1. Confidential. Times are in UTC.</source>
        <translation>%1. Vertraulich. Zeiten in UTC.</translation>
    </message>
    <message>
        <source>%1. INCOMPLETE. Confidential. Times are in UTC.</source>
        <translation>%1. INCOMPLETE (unvollständig). Vertraulich. Zeiten in UTC.</translation>
    </message>
</context>
<context>
    <name>chatelaine::PracticeServer</name>
    <message>
        <source>The file %1 cannot be written.</source>
        <translation>Die Datei %1 kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The certificate cannot be made.</source>
        <translation>Das Zertifikat kann nicht erstellt werden.</translation>
    </message>
    <message>
        <source>Port %1 cannot be used.</source>
        <translation>Port %1 ist nicht benutzbar.</translation>
    </message>
    <message>
        <source>The database %1 cannot be used: %2</source>
        <translation>Die Datenbank %1 ist nicht benutzbar: %2</translation>
    </message>
</context>
<context>
    <name>chatelaine::PracticeSession</name>
    <message>
        <source>The practice server could not be started: %1</source>
        <translation>Der Übungsserver konnte nicht gestartet werden: %1</translation>
    </message>
    <message>
        <source>Check that the program chatelaine-practice is installed beside this one.</source>
        <translation>Prüfen Sie, ob das Programm chatelaine-practice neben diesem installiert ist.</translation>
    </message>
    <message>
        <source>it ended at once.</source>
        <translation>es endete sofort.</translation>
    </message>
    <message>
        <source>it did not say that it is ready.</source>
        <translation>es hat sich nicht bereit gemeldet.</translation>
    </message>
    <message>
        <source>%1 (practice)</source>
        <translation>%1 (Übung)</translation>
    </message>
</context>
<context>
    <name>chatelaine::ProviderClient</name>
    <message>
        <source>This account has no credential: %1.</source>
        <translation>Dieses Konto hat keine Zugangsdaten: %1.</translation>
    </message>
    <message>
        <source>This does not look like a credential for &quot;%1&quot;. Nothing was sent.</source>
        <translation>Das sieht nicht aus wie Zugangsdaten für „%1“. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>A value that this request needs is missing.</source>
        <translation>Ein Wert, den diese Anfrage braucht, fehlt.</translation>
    </message>
    <message>
        <source>The credential names another region: %1. Choose that region for this account.</source>
        <translation>Die Zugangsdaten nennen eine andere Region: %1. Wählen Sie diese Region für das Konto.</translation>
    </message>
    <message>
        <source>A key of the kind &quot;%1&quot; needs another place: %2.</source>
        <translation>Ein Schlüssel der Art „%1“ gehört an eine andere Stelle: %2.</translation>
    </message>
    <message>
        <source>There is no kind of key &quot;%1&quot;.</source>
        <translation>Eine Schlüsselart „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>%1 has no way to make such a key from here.</source>
        <translation>%1 lässt einen solchen Schlüssel nicht von hier aus anlegen.</translation>
    </message>
    <message>
        <source>This vendor has no field &quot;%1&quot;.</source>
        <translation>Dieser Anbieter hat kein Feld „%1“.</translation>
    </message>
    <message>
        <source>The server repeats a page of this listing.</source>
        <translation>Der Server wiederholt eine Seite dieser Liste.</translation>
    </message>
    <message>
        <source>This listing has more than %1 pages.</source>
        <translation>Diese Liste hat mehr als %1 Seiten.</translation>
    </message>
    <message>
        <source>The next page of this listing is said to be on another server; it was not asked for.</source>
        <translation>Die nächste Seite dieser Liste soll auf einem anderen Server liegen; sie wurde nicht angefragt.</translation>
    </message>
    <message>
        <source>The server&apos;s list has a form that is not known.</source>
        <translation>Die Liste des Servers hat eine unbekannte Form.</translation>
    </message>
    <message numerus="yes">
        <source>%n records have no id and were left out.</source>
        <translation>
            <numerusform>%n Eintrag hat keine ID und wurde weggelassen.</numerusform>
            <numerusform>%n Einträge haben keine ID und wurden weggelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>This server does not offer this listing.</source>
        <translation>Dieser Server bietet diese Liste nicht an.</translation>
    </message>
    <message>
        <source>The server&apos;s answer is not what this vendor sends.</source>
        <translation>Die Antwort des Servers ist nicht das, was dieser Anbieter sendet.</translation>
    </message>
    <message>
        <source>Check the address of this account.</source>
        <translation>Prüfen Sie die Adresse dieses Kontos.</translation>
    </message>
    <message>
        <source>%1 offers no usage.</source>
        <translation>%1 bietet keine Nutzungsdaten an.</translation>
    </message>
    <message>
        <source>This server does not offer usage.</source>
        <translation>Dieser Server bietet keine Nutzungsdaten an.</translation>
    </message>
    <message>
        <source>%1 does not offer this.</source>
        <translation>%1 bietet das nicht an.</translation>
    </message>
    <message>
        <source>This is not the place of a &quot;%1&quot;.</source>
        <translation>Das ist kein Ort für „%1“.</translation>
    </message>
    <message>
        <source>%1 does not offer this for such a key.</source>
        <translation>%1 bietet das für einen solchen Schlüssel nicht an.</translation>
    </message>
    <message>
        <source>This cannot be done with a key in this state.</source>
        <translation>Das geht mit einem Schlüssel in diesem Zustand nicht.</translation>
    </message>
    <message>
        <source>This cannot be done without its form.</source>
        <translation>Das geht nicht ohne das zugehörige Formular.</translation>
    </message>
    <message>
        <source>Nothing was sent: the vendor&apos;s id of this thing is a secret itself, and is not kept here.</source>
        <translation>Es wurde nichts gesendet: Die Kennung des Anbieters ist hier selbst ein Geheimnis und wird nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>Do this on the vendor&apos;s own pages.</source>
        <translation>Tun Sie das auf den Seiten des Anbieters.</translation>
    </message>
    <message>
        <source>The vendor answered with the key &quot;%1&quot;, but without a secret that can be used.</source>
        <translation>Der Anbieter antwortete mit dem Schlüssel „%1“, aber ohne brauchbares Geheimnis.</translation>
    </message>
    <message>
        <source>The vendor said yes (HTTP %1), but its answer holds neither the key nor its secret.</source>
        <translation>Der Anbieter sagte ja (HTTP %1), aber seine Antwort enthält weder den Schlüssel noch sein Geheimnis.</translation>
    </message>
    <message>
        <source>Sync the account: if the key is there, revoke it and make another, since nobody has its secret.</source>
        <translation>Synchronisieren Sie das Konto: Ist der Schlüssel da, widerrufen Sie ihn und legen Sie einen anderen an, da niemand sein Geheimnis hat.</translation>
    </message>
    <message>
        <source>The address of the next page of this listing holds a secret; it was not asked for.</source>
        <translation>Die Adresse der nächsten Seite dieser Liste enthält ein Geheimnis; sie wurde nicht abgefragt.</translation>
    </message>
</context>
<context>
    <name>chatelaine::QuotaHistory</name>
    <message>
        <source>%1: what was used at the end of each day</source>
        <translation>%1: was am Ende jedes Tages verbraucht war</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Verbraucht</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Grenze</translation>
    </message>
</context>
<context>
    <name>chatelaine::QuotaTexts</name>
    <message numerus="yes">
        <source>From the use of %n full day(s).</source>
        <translation>
            <numerusform>Aus dem Verbrauch eines vollen Tages.</numerusform>
            <numerusform>Aus dem Verbrauch von %n vollen Tagen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Runs out on %1 at the earliest, or lasts until it starts anew.</source>
        <translation>Reicht mindestens bis %1 oder bis es neu beginnt.</translation>
    </message>
    <message>
        <source>Runs out on %1 at the earliest.</source>
        <translation>Ist frühestens am %1 aufgebraucht.</translation>
    </message>
    <message>
        <source>Runs out on %1.</source>
        <translation>Ist am %1 aufgebraucht.</translation>
    </message>
    <message>
        <source>Runs out between %1 and %2.</source>
        <translation>Ist zwischen %1 und %2 aufgebraucht.</translation>
    </message>
    <message>
        <source>No forecast yet: the use of %1 full days is needed, that of %2 is known.</source>
        <translation>Noch keine Prognose: Der Verbrauch von %1 vollen Tagen ist nötig, der von %2 ist bekannt.</translation>
    </message>
    <message>
        <source>Nothing was used lately.</source>
        <translation>In letzter Zeit wurde nichts verbraucht.</translation>
    </message>
    <message>
        <source>At this pace it lasts until it starts anew.</source>
        <translation>Bei diesem Verbrauch reicht es, bis es neu beginnt.</translation>
    </message>
    <message>
        <source>At this pace it lasts for years.</source>
        <translation>Bei diesem Verbrauch reicht es jahrelang.</translation>
    </message>
    <message>
        <source>It is used up.</source>
        <translation>Es ist aufgebraucht.</translation>
    </message>
    <message>
        <source>%1 of %2 %3 used</source>
        <translation>%1 von %2 %3 verbraucht</translation>
    </message>
    <message>
        <source>%1 %2 used; the vendor names no limit</source>
        <translation>%1 %2 verbraucht; der Anbieter nennt keine Grenze</translation>
    </message>
    <message>
        <source>Up to %1 %2; the vendor does not say how much is used</source>
        <translation>Bis zu %1 %2; der Anbieter sagt nicht, wie viel verbraucht ist</translation>
    </message>
    <message>
        <source>The vendor gives no figures</source>
        <translation>Der Anbieter nennt keine Zahlen</translation>
    </message>
    <message>
        <source>Starts anew %1, on %2.</source>
        <translation>Beginnt %1 neu, am %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; binds first. %2</source>
        <translation>„%1“ greift zuerst. %2</translation>
    </message>
    <message>
        <source>The first threshold, %1 %, is reached.</source>
        <translation>Die erste Schwelle, %1 %, ist erreicht.</translation>
    </message>
    <message>
        <source>The second threshold, %1 %, is reached.</source>
        <translation>Die zweite Schwelle, %1 %, ist erreicht.</translation>
    </message>
</context>
<context>
    <name>chatelaine::QuotaWatch</name>
    <message>
        <source>%1: %2</source>
        <comment>account and quota</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 % used: %2 of %3 %4</source>
        <translation>%1 % verbraucht: %2 von %3 %4</translation>
    </message>
    <message>
        <source>It starts anew on %1.</source>
        <translation>Es beginnt am %1 neu.</translation>
    </message>
</context>
<context>
    <name>chatelaine::ReplacementOffer</name>
    <message>
        <source>&quot;%1&quot; (%2) is replaced by &quot;%3&quot; (%4)</source>
        <translation>„%1“ (%2) wird ersetzt durch „%3“ (%4)</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is to be replaced</source>
        <translation>„%1“ soll ersetzt werden</translation>
    </message>
    <message>
        <source>Show the new secret…</source>
        <translation>Neues Geheimnis zeigen…</translation>
    </message>
    <message>
        <source>Make the new key</source>
        <translation>Neuen Schlüssel anlegen</translation>
    </message>
    <message>
        <source>End the old key…</source>
        <translation>Alten Schlüssel beenden…</translation>
    </message>
</context>
<context>
    <name>chatelaine::ReplacementRun</name>
    <message>
        <source>Nothing was sent.</source>
        <translation>Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Abandoned by the user.</source>
        <translation>Vom Benutzer aufgegeben.</translation>
    </message>
    <message>
        <source>The old key &quot;%1&quot; has not ended yet: %2</source>
        <translation>Der alte Schlüssel „%1“ ist noch nicht beendet: %2</translation>
    </message>
    <message>
        <source>Synchronize in a moment, then go on with the replacement.</source>
        <translation>Synchronisieren Sie gleich noch einmal, und fahren Sie dann mit dem Ersetzen fort.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was replaced, and the old key ended.</source>
        <translation>„%1“ wurde ersetzt und der alte Schlüssel beendet.</translation>
    </message>
</context>
<context>
    <name>chatelaine::ReplacementService</name>
    <message>
        <source>%1 cannot end keys of this kind through its API, so they are not replaced in one go.</source>
        <translation>%1 kann Schlüssel dieser Art nicht über seine API beenden; daher werden sie nicht in einem Zug ersetzt.</translation>
    </message>
    <message>
        <source>%1 cannot make keys of this kind through its API, so they are not replaced in one go.</source>
        <translation>%1 kann Schlüssel dieser Art nicht über seine API anlegen; daher werden sie nicht in einem Zug ersetzt.</translation>
    </message>
    <message>
        <source>This replacement has ended.</source>
        <translation>Diese Ersetzung ist beendet.</translation>
    </message>
</context>
<context>
    <name>chatelaine::ReplacementState</name>
    <message>
        <source>The new key is being made.</source>
        <translation>Der neue Schlüssel wird angelegt.</translation>
    </message>
    <message>
        <source>Nobody knows whether the new key was made: its answer was lost. Settle that first.</source>
        <translation>Niemand weiß, ob der neue Schlüssel angelegt wurde: Die Antwort ging verloren. Klären Sie das zuerst.</translation>
    </message>
    <message>
        <source>No new key was made. Another attempt can be made.</source>
        <translation>Es wurde kein neuer Schlüssel angelegt. Ein weiterer Versuch ist möglich.</translation>
    </message>
    <message>
        <source>A new key was made, but its secret is lost: revoke it. Another attempt can be made.</source>
        <translation>Ein neuer Schlüssel wurde angelegt, aber sein Geheimnis ist verloren: Widerrufen Sie ihn. Ein weiterer Versuch ist möglich.</translation>
    </message>
    <message>
        <source>The new key has not been made yet.</source>
        <translation>Der neue Schlüssel ist noch nicht angelegt.</translation>
    </message>
    <message>
        <source>The account is not there any more.</source>
        <translation>Das Konto gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The new key is made. Store its secret where it is needed; then the old key can be ended.</source>
        <translation>Der neue Schlüssel ist angelegt. Speichern Sie sein Geheimnis dort, wo es gebraucht wird; dann kann der alte beendet werden.</translation>
    </message>
    <message>
        <source>The secret of the new key is lost. Revoke the new key, abandon this and begin again.</source>
        <translation>Das Geheimnis des neuen Schlüssels ist verloren. Widerrufen Sie ihn, geben Sie diese Ersetzung auf und beginnen Sie von vorn.</translation>
    </message>
    <message>
        <source>The vendor has not shown the new key yet. Sync the account first.</source>
        <translation>Der Anbieter hat den neuen Schlüssel noch nicht gezeigt. Synchronisieren Sie zuerst das Konto.</translation>
    </message>
    <message>
        <source>The new key does not work: the old one stays.</source>
        <translation>Der neue Schlüssel gilt nicht: Der alte bleibt.</translation>
    </message>
    <message>
        <source>The new secret was stored. The old key can be ended.</source>
        <translation>Das neue Geheimnis wurde gespeichert. Der alte Schlüssel kann beendet werden.</translation>
    </message>
</context>
<context>
    <name>chatelaine::ReplacementsDialog</name>
    <message>
        <source>All replacements are finished.</source>
        <translation>Alle Ersetzungen sind abgeschlossen.</translation>
    </message>
</context>
<context>
    <name>chatelaine::ReportRun</name>
    <message>
        <source>a folder in it cannot be made</source>
        <translation>ein Ordner darin kann nicht angelegt werden</translation>
    </message>
    <message>
        <source>The team&apos;s database has not answered since %1: what the others did is missing.</source>
        <translation>Die Datenbank des Teams antwortet seit %1 nicht: Was die anderen taten, fehlt.</translation>
    </message>
</context>
<context>
    <name>chatelaine::SecretDialog</name>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation>Anzeigen</translation>
    </message>
</context>
<context>
    <name>chatelaine::SecretInput</name>
    <message>
        <source>There is nothing in this field.</source>
        <translation>Dieses Feld ist leer.</translation>
    </message>
</context>
<context>
    <name>chatelaine::SecretLines</name>
    <message>
        <source>Give one value on each line.</source>
        <translation>Geben Sie in jeder Zeile einen Wert an.</translation>
    </message>
    <message>
        <source>A line is longer than %1 characters.</source>
        <translation>Eine Zeile ist länger als %1 Zeichen.</translation>
    </message>
    <message>
        <source>There are more than %1 values.</source>
        <translation>Es sind mehr als %1 Werte.</translation>
    </message>
    <message>
        <source>There is no value.</source>
        <translation>Es ist kein Wert da.</translation>
    </message>
</context>
<context>
    <name>chatelaine::SecretOffer</name>
    <message>
        <source>Pasted at %1.</source>
        <translation>Eingefügt um %1.</translation>
    </message>
    <message numerus="yes">
        <source>On the clipboard for one paste, for another %n second(s).</source>
        <translation>
            <numerusform>Noch %n Sekunde für ein Einfügen in der Zwischenablage.</numerusform>
            <numerusform>Noch %n Sekunden für ein Einfügen in der Zwischenablage.</numerusform>
        </translation>
    </message>
    <message>
        <source>A program read it as soon as it was copied: probably a clipboard manager. Remove the secret from its history; if that is not possible, make another key.</source>
        <translation>Ein Programm hat es sofort nach dem Kopieren gelesen: wahrscheinlich eine Zwischenablageverwaltung. Entfernen Sie das Geheimnis aus ihrem Verlauf; geht das nicht, legen Sie einen anderen Schlüssel an.</translation>
    </message>
    <message>
        <source>Pasted at %1, and off the clipboard again.</source>
        <translation>Eingefügt um %1 und nicht mehr in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Another program has put something else on the clipboard. The secret was not pasted.</source>
        <translation>Ein anderes Programm hat etwas anderes in die Zwischenablage gelegt. Das Geheimnis wurde nicht eingefügt.</translation>
    </message>
    <message>
        <source>The secret is off the clipboard again. It was not pasted.</source>
        <translation>Das Geheimnis ist nicht mehr in der Zwischenablage. Es wurde nicht eingefügt.</translation>
    </message>
</context>
<context>
    <name>chatelaine::SecretPresenter</name>
    <message>
        <source>Secret of &quot;%1&quot;</source>
        <translation>Geheimnis von „%1“</translation>
    </message>
    <message>
        <source>The keychain could not take this secret: it is in the memory of this program only. Store it before you close the program.</source>
        <translation>Der Schlüsselbund konnte dieses Geheimnis nicht aufnehmen: Es ist nur im Arbeitsspeicher dieses Programms. Speichern Sie es, bevor Sie das Programm schließen.</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Later shown as</source>
        <translation>Später angezeigt als</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>No expiry is set</source>
        <translation>Kein Ablauf festgelegt</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy again...</source>
        <translation>Erneut kopieren...</translation>
    </message>
    <message>
        <source>Copy secret</source>
        <translation>Geheimnis kopieren</translation>
    </message>
    <message>
        <source>Kept in the keychain of this computer. &quot;Check key&quot; uses it from there.</source>
        <translation>Im Schlüsselbund dieses Computers aufbewahrt. „Schlüssel prüfen“ benutzt es von dort.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>I have stored it</source>
        <translation>Ich habe es gespeichert</translation>
    </message>
    <message>
        <source>Delete key &quot;%1&quot;</source>
        <translation>Schlüssel „%1“ löschen</translation>
    </message>
    <message>
        <source>Disable key &quot;%1&quot;</source>
        <translation>Schlüssel „%1“ deaktivieren</translation>
    </message>
    <message>
        <source>Revoke key &quot;%1&quot;</source>
        <translation>Schlüssel „%1“ widerrufen</translation>
    </message>
    <message>
        <source>The secret was pasted already, last at %1. Copy it again?</source>
        <translation>Das Geheimnis wurde schon eingefügt, zuletzt um %1. Erneut kopieren?</translation>
    </message>
    <message>
        <source>The secret of &quot;%1&quot; is not stored yet, and nobody can show it again. What shall become of it?</source>
        <translation>Das Geheimnis von „%1“ ist noch nicht gespeichert, und niemand kann es noch einmal anzeigen. Was soll damit geschehen?</translation>
    </message>
    <message>
        <source>The vendor did not show the new key yet: it can be kept or revoked after the next synchronization only.</source>
        <translation>Der Anbieter hat den neuen Schlüssel noch nicht angezeigt: Er lässt sich erst nach der nächsten Synchronisierung aufbewahren oder widerrufen.</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Kept in the keychain of this computer.</source>
        <translation>Im Schlüsselbund dieses Computers aufbewahrt.</translation>
    </message>
    <message>
        <source>Delivered to %1.</source>
        <translation>Überbracht an %1.</translation>
    </message>
    <message>
        <source>I have stored it...</source>
        <translation>Ich habe es abgelegt...</translation>
    </message>
    <message>
        <source>stored</source>
        <translation>abgelegt</translation>
    </message>
    <message>
        <source>The secret was neither copied nor kept. If you have written it down, type &quot;%1&quot;: it can never be shown again.</source>
        <translation>Das Geheimnis wurde weder kopiert noch behalten. Haben Sie es aufgeschrieben, so geben Sie „%1“ ein: Es kann nie wieder gezeigt werden.</translation>
    </message>
    <message>
        <source>Signed in as</source>
        <translation>Angemeldet als</translation>
    </message>
</context>
<context>
    <name>chatelaine::SecretRoute</name>
    <message>
        <source>The secret could not be delivered: %1</source>
        <translation>Das Geheimnis konnte nicht überbracht werden: %1</translation>
    </message>
    <message>
        <source>The secret was delivered to %1, but the copy that is held could not be removed: %2</source>
        <translation>Das Geheimnis wurde an %1 überbracht, aber die aufbewahrte Kopie konnte nicht entfernt werden: %2</translation>
    </message>
</context>
<context>
    <name>chatelaine::SecretView</name>
    <message numerus="yes">
        <source>Secret, shown, %n character(s)</source>
        <translation>
            <numerusform>Geheimnis, angezeigt, %n Zeichen</numerusform>
            <numerusform>Geheimnis, angezeigt, %n Zeichen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Secret, hidden, %n character(s)</source>
        <translation>
            <numerusform>Geheimnis, verborgen, %n Zeichen</numerusform>
            <numerusform>Geheimnis, verborgen, %n Zeichen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chatelaine::SigningKey</name>
    <message>
        <source>No key for signing could be made.</source>
        <translation>Es konnte kein Signaturschlüssel erzeugt werden.</translation>
    </message>
    <message>
        <source>This is not an Ed25519 key in PEM form.</source>
        <translation>Das ist kein Ed25519-Schlüssel in PEM-Form.</translation>
    </message>
    <message>
        <source>Make one: openssl genpkey -algorithm ed25519</source>
        <translation>Erzeugen Sie einen: openssl genpkey -algorithm ed25519</translation>
    </message>
</context>
<context>
    <name>chatelaine::StorageErrors</name>
    <message>
        <source>Another program keeps the database %1 busy.</source>
        <translation>Ein anderes Programm hält die Datenbank %1 besetzt.</translation>
    </message>
    <message>
        <source>Wait for the other program to finish, then try again.</source>
        <translation>Warten Sie, bis das andere Programm fertig ist, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>The database %1 cannot be written.</source>
        <translation>Die Datenbank %1 kann nicht beschrieben werden.</translation>
    </message>
    <message>
        <source>Give your user write permission on the file and its folder.</source>
        <translation>Geben Sie Ihrem Benutzer Schreibrechte für die Datei und ihren Ordner.</translation>
    </message>
    <message>
        <source>Reading or writing the database %1 failed.</source>
        <translation>Die Datenbank %1 konnte nicht gelesen oder geschrieben werden.</translation>
    </message>
    <message>
        <source>Check the disk and its connection, then try again. Nothing was changed.</source>
        <translation>Prüfen Sie den Datenträger und seine Verbindung, und versuchen Sie es dann erneut. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The disk with the database %1 is full.</source>
        <translation>Der Datenträger mit der Datenbank %1 ist voll.</translation>
    </message>
    <message>
        <source>Free some space, then try again. Nothing was changed.</source>
        <translation>Schaffen Sie Platz, und versuchen Sie es dann erneut. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The database %1 refused: %2</source>
        <translation>Die Datenbank %1 hat abgelehnt: %2</translation>
    </message>
    <message>
        <source>The database %1 was moved or deleted while it was in use.</source>
        <translation>Die Datenbank %1 wurde während der Benutzung verschoben oder gelöscht.</translation>
    </message>
    <message>
        <source>Put the file back, then restart the program. Nothing was changed.</source>
        <translation>Legen Sie die Datei zurück, und starten Sie das Programm neu. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The file %1 is a database of another program.</source>
        <translation>Die Datei %1 ist die Datenbank eines anderen Programms.</translation>
    </message>
    <message>
        <source>Choose another profile folder. The file was not touched.</source>
        <translation>Wählen Sie einen anderen Profilordner. Die Datei wurde nicht angetastet.</translation>
    </message>
    <message>
        <source>The database %1 was written by a newer version of Chatelaine.</source>
        <translation>Die Datenbank %1 wurde von einer neueren Version von Chatelaine geschrieben.</translation>
    </message>
    <message>
        <source>Install the newer version, or choose another profile folder. The file was not touched.</source>
        <translation>Installieren Sie die neuere Version, oder wählen Sie einen anderen Profilordner. Die Datei wurde nicht angetastet.</translation>
    </message>
    <message>
        <source>The database %1 is damaged.</source>
        <translation>Die Datenbank %1 ist beschädigt.</translation>
    </message>
    <message>
        <source>Restore it from a backup, or move it away to start with an empty one. The file was not touched.</source>
        <translation>Stellen Sie sie aus einer Sicherung wieder her, oder verschieben Sie sie, um mit einer leeren zu beginnen. Die Datei wurde nicht angetastet.</translation>
    </message>
    <message>
        <source>The database %1 cannot be opened.</source>
        <translation>Die Datenbank %1 kann nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>Check that its folder exists and that you may write there.</source>
        <translation>Prüfen Sie, ob ihr Ordner existiert und ob Sie dort schreiben dürfen.</translation>
    </message>
    <message>
        <source>The program is closing.</source>
        <translation>Das Programm wird beendet.</translation>
    </message>
    <message>
        <source>There is no such account.</source>
        <translation>Dieses Konto gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no such key.</source>
        <translation>Diesen Schlüssel gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no such operation.</source>
        <translation>Diesen Vorgang gibt es nicht.</translation>
    </message>
    <message>
        <source>There is an account named &quot;%1&quot; already.</source>
        <translation>Ein Konto namens „%1“ gibt es schon.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>An account&apos;s name cannot be empty or contain a slash.</source>
        <translation>Der Name eines Kontos darf nicht leer sein und keinen Schrägstrich enthalten.</translation>
    </message>
    <message>
        <source>The operation has gone on meanwhile.</source>
        <translation>Der Vorgang ist inzwischen weitergegangen.</translation>
    </message>
    <message>
        <source>Look at its present state.</source>
        <translation>Sehen Sie sich seinen jetzigen Zustand an.</translation>
    </message>
    <message>
        <source>The program&apos;s own data cannot be read: %1</source>
        <translation>Die eigenen Daten des Programms können nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>Reinstall the program.</source>
        <translation>Installieren Sie das Programm neu.</translation>
    </message>
    <message>
        <source>An entry is missing.</source>
        <translation>Ein Eintrag fehlt.</translation>
    </message>
    <message>
        <source>The entry does not follow from the one before it.</source>
        <translation>Der Eintrag folgt nicht aus dem vorigen.</translation>
    </message>
    <message>
        <source>The entry has another sequence number.</source>
        <translation>Der Eintrag hat eine andere laufende Nummer.</translation>
    </message>
    <message>
        <source>The entry is another installation&apos;s.</source>
        <translation>Der Eintrag gehört zu einer anderen Installation.</translation>
    </message>
    <message>
        <source>There is no such webhook.</source>
        <translation>Diesen Webhook gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no such replacement of a key.</source>
        <translation>Diese Ersetzung eines Schlüssels gibt es nicht.</translation>
    </message>
    <message>
        <source>This key is being replaced already.</source>
        <translation>Dieser Schlüssel wird schon ersetzt.</translation>
    </message>
    <message>
        <source>Go on with that replacement, or abandon it first.</source>
        <translation>Setzen Sie jene Ersetzung fort, oder geben Sie sie zuerst auf.</translation>
    </message>
    <message>
        <source>There is no such bulk change.</source>
        <translation>Es gibt keine solche Sammeländerung.</translation>
    </message>
    <message>
        <source>The database %1 is empty or gone, though there was one.</source>
        <translation>Die Datenbank %1 ist leer oder fort, obwohl es eine gab.</translation>
    </message>
    <message>
        <source>Restore it from a backup. To start with an empty one, move it and the file beside it that ends in -wal away. Nothing was touched.</source>
        <translation>Stellen Sie sie aus einer Sicherung wieder her. Um mit einer leeren zu beginnen, verschieben Sie sie und die Datei daneben, die auf -wal endet. Nichts wurde verändert.</translation>
    </message>
</context>
<context>
    <name>chatelaine::SyncActivity</name>
    <message>
        <source>Reading %1</source>
        <translation>%1 wird gelesen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 asks us to wait; the next request leaves %2</source>
        <translation>%1 bittet zu warten; die nächste Anfrage geht %2 hinaus</translation>
    </message>
    <message>
        <source>%1 (and %2 more)</source>
        <translation>%1 (und %2 weitere)</translation>
    </message>
</context>
<context>
    <name>chatelaine::SyncService</name>
    <message>
        <source>&quot;%1&quot; is seen through the team: there is no credential for it here.</source>
        <translation>„%1“ ist über das Team zu sehen: Hier gibt es keine Zugangsdaten dafür.</translation>
    </message>
    <message>
        <source>What the others find arrives by itself. To act on it, give it a credential of your own.</source>
        <translation>Was die anderen finden, kommt von selbst. Um damit zu arbeiten, hinterlegen Sie eigene Zugangsdaten.</translation>
    </message>
</context>
<context>
    <name>chatelaine::TeamAddress</name>
    <message>
        <source>The address has a parameter that is not offered.</source>
        <translation>Die Adresse hat einen Parameter, der nicht vorgesehen ist.</translation>
    </message>
    <message>
        <source>What there is: sslmode, sslrootcert and host.</source>
        <translation>Es gibt: sslmode, sslrootcert und host.</translation>
    </message>
    <message>
        <source>There is no such sslmode.</source>
        <translation>Diesen sslmode gibt es nicht.</translation>
    </message>
    <message>
        <source>What there is: %1.</source>
        <translation>Es gibt: %1.</translation>
    </message>
    <message>
        <source>Only sslmode=verify-full is taken for another machine: with less, whoever is on the way can read the journal and answer for the server.</source>
        <translation>Für einen anderen Rechner wird nur sslmode=verify-full angenommen: Mit weniger kann jeder auf dem Weg das Journal lesen und an Stelle des Servers antworten.</translation>
    </message>
    <message>
        <source>Leave sslmode out, and name the server&apos;s CA with sslrootcert=FILE where the system does not know it.</source>
        <translation>Lassen Sie sslmode weg, und nennen Sie die CA des Servers mit sslrootcert=DATEI, wo das System sie nicht kennt.</translation>
    </message>
    <message>
        <source>This is no address of a PostgreSQL database.</source>
        <translation>Das ist keine Adresse einer PostgreSQL-Datenbank.</translation>
    </message>
    <message>
        <source>It has the form postgresql://USER@HOST:PORT/DATABASE.</source>
        <translation>Sie hat die Form postgresql://BENUTZER@RECHNER:PORT/DATENBANK.</translation>
    </message>
    <message>
        <source>An address with a password in it is not taken: every program on this machine can read a command line.</source>
        <translation>Eine Adresse mit einem Passwort darin wird nicht angenommen: Jedes Programm auf diesem Rechner kann eine Befehlszeile lesen.</translation>
    </message>
    <message>
        <source>Leave it out of the address. It comes from the keychain, from the file that PGPASSFILE names, from ~/.pgpass, or is not needed with peer authentication.</source>
        <translation>Lassen Sie es in der Adresse weg. Es kommt aus dem Schlüsselbund, aus der Datei, die PGPASSFILE nennt, aus ~/.pgpass, oder wird bei Peer-Authentifizierung nicht gebraucht.</translation>
    </message>
    <message>
        <source>The address has a character or number that cannot be part of it.</source>
        <translation>Die Adresse enthält ein Zeichen oder eine Zahl, die nicht zu ihr gehören kann.</translation>
    </message>
    <message>
        <source>Name one server and one database.</source>
        <translation>Nennen Sie einen Server und eine Datenbank.</translation>
    </message>
</context>
<context>
    <name>chatelaine::TeamDialog</name>
    <message>
        <source>This installation</source>
        <translation>Diese Installation</translation>
    </message>
    <message>
        <source>Leave the team</source>
        <translation>Team verlassen</translation>
    </message>
    <message>
        <source>Leave the team at %1?</source>
        <translation>Das Team unter %1 verlassen?</translation>
    </message>
    <message>
        <source>Nothing is copied any more, in either direction. What was copied stays here and there, and you can join again.</source>
        <translation>Es wird nichts mehr kopiert, in keiner Richtung. Was kopiert wurde, bleibt hier und dort, und Sie können wieder beitreten.</translation>
    </message>
</context>
<context>
    <name>chatelaine::TeamErrors</name>
    <message>
        <source>%1 It says: %2</source>
        <translation>%1 Sie meldet: %2</translation>
    </message>
    <message>
        <source>The team&apos;s database does not answer, or does not let you in.</source>
        <translation>Die Datenbank des Teams antwortet nicht oder lässt Sie nicht ein.</translation>
    </message>
    <message>
        <source>What you do is kept here and copied when it answers again. Check the address, your password there, and the network.</source>
        <translation>Was Sie tun, wird hier behalten und kopiert, sobald sie wieder antwortet. Prüfen Sie die Adresse, Ihr Passwort dort und das Netz.</translation>
    </message>
    <message>
        <source>The team&apos;s database took too long.</source>
        <translation>Die Datenbank des Teams hat zu lange gebraucht.</translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation>Es wird von selbst wieder versucht.</translation>
    </message>
    <message>
        <source>The team&apos;s database does not allow your user what is needed.</source>
        <translation>Die Datenbank des Teams erlaubt Ihrem Benutzer nicht, was nötig ist.</translation>
    </message>
    <message>
        <source>Ask whoever runs it for the rights of a writer or a viewer.</source>
        <translation>Bitten Sie, wer sie betreibt, um die Rechte zum Schreiben oder zum Lesen.</translation>
    </message>
    <message>
        <source>The team&apos;s database knows this installation under another user.</source>
        <translation>Die Datenbank des Teams kennt diese Installation unter einem anderen Benutzer.</translation>
    </message>
    <message>
        <source>Connect as the user that joined first.</source>
        <translation>Verbinden Sie sich als der Benutzer, der zuerst beigetreten ist.</translation>
    </message>
    <message>
        <source>The team&apos;s database refuses the next entry, since it does not follow from the one that it has.</source>
        <translation>Die Datenbank des Teams weist den nächsten Eintrag ab, weil er nicht auf den folgt, den sie hat.</translation>
    </message>
    <message>
        <source>The team&apos;s database refused.</source>
        <translation>Die Datenbank des Teams hat abgelehnt.</translation>
    </message>
    <message>
        <source>Qt&apos;s driver for PostgreSQL is not installed.</source>
        <translation>Der PostgreSQL-Treiber von Qt ist nicht installiert.</translation>
    </message>
    <message>
        <source>Install it (Debian: libqt6sql6-psql), then try again.</source>
        <translation>Installieren Sie ihn (Debian: libqt6sql6-psql), und versuchen Sie es dann wieder.</translation>
    </message>
    <message>
        <source>The team&apos;s database does not store UTF-8.</source>
        <translation>Die Datenbank des Teams speichert kein UTF-8.</translation>
    </message>
    <message>
        <source>Make one with ENCODING &apos;UTF8&apos;.</source>
        <translation>Legen Sie eine mit ENCODING &apos;UTF8&apos; an.</translation>
    </message>
    <message>
        <source>The team&apos;s database was made by a newer version of Chatelaine.</source>
        <translation>Die Datenbank des Teams wurde von einer neueren Version von Chatelaine angelegt.</translation>
    </message>
    <message>
        <source>Install the newer version. Nothing was touched there, and what you do is kept here.</source>
        <translation>Installieren Sie die neuere Version. Dort wurde nichts verändert, und was Sie tun, wird hier behalten.</translation>
    </message>
    <message>
        <source>The team&apos;s database has no tables for this version, and your user may not make them.</source>
        <translation>Die Datenbank des Teams hat keine Tabellen für diese Version, und Ihr Benutzer darf sie nicht anlegen.</translation>
    </message>
    <message>
        <source>Ask whoever owns it to join, or to sync, with this version first.</source>
        <translation>Bitten Sie, wem sie gehört, zuerst mit dieser Version beizutreten oder abzugleichen.</translation>
    </message>
    <message>
        <source>The database has a schema &quot;chatelaine&quot; that is not a team&apos;s.</source>
        <translation>Die Datenbank hat ein Schema „chatelaine“, das nicht das eines Teams ist.</translation>
    </message>
    <message>
        <source>Use a database of its own. Nothing was touched.</source>
        <translation>Verwenden Sie eine eigene Datenbank. Es wurde nichts verändert.</translation>
    </message>
    <message>
        <source>At this address there is another team&apos;s database now.</source>
        <translation>Unter dieser Adresse ist jetzt die Datenbank eines anderen Teams.</translation>
    </message>
    <message>
        <source>Leave the team and join again, if that is meant to be so.</source>
        <translation>Verlassen Sie das Team und treten Sie wieder bei, wenn das so sein soll.</translation>
    </message>
    <message>
        <source>Nothing is copied any more. One of the two was changed or set back: keep both, and compare them before you go on (docs/team.md).</source>
        <translation>Es wird nichts mehr kopiert. Eines von beiden wurde verändert oder zurückgesetzt: Bewahren Sie beide auf, und vergleichen Sie sie, bevor Sie weitermachen (docs/team.md).</translation>
    </message>
    <message>
        <source>The team has %1 entries of this installation, more than there are here: the local database was set back.</source>
        <translation>Das Team hat %1 Einträge dieser Installation, mehr als es hier gibt: Die lokale Datenbank wurde zurückgesetzt.</translation>
    </message>
    <message>
        <source>Entry %1 of this installation is another one in the team&apos;s database.</source>
        <translation>Eintrag %1 dieser Installation ist in der Datenbank des Teams ein anderer.</translation>
    </message>
    <message>
        <source>The team has %1 entries of %2, fewer than the %3 that were copied here before: its database was set back.</source>
        <translation>Das Team hat %1 Einträge von %2, weniger als die %3, die früher hierher kopiert wurden: Seine Datenbank wurde zurückgesetzt.</translation>
    </message>
    <message>
        <source>The last entry of %1 is another one than was copied here before.</source>
        <translation>Der letzte Eintrag von %1 ist ein anderer als der, der früher hierher kopiert wurde.</translation>
    </message>
    <message>
        <source>Entry %1 of %2 in the team&apos;s database is another one than here.</source>
        <translation>Eintrag %1 von %2 in der Datenbank des Teams ist ein anderer als hier.</translation>
    </message>
    <message>
        <source>The team&apos;s database had lost entries of this installation: those behind number %1. They are sent again.</source>
        <translation>Die Datenbank des Teams hatte Einträge dieser Installation verloren: die hinter Nummer %1. Sie werden erneut gesendet.</translation>
    </message>
    <message>
        <source>The team&apos;s database has lost entries of %1: those behind number %2.</source>
        <translation>Die Datenbank des Teams hat Einträge von %1 verloren: die hinter Nummer %2.</translation>
    </message>
    <message>
        <source>Entry %1 of %2 in the team&apos;s database does not follow from the one before it. One of them was changed, and neither is copied.</source>
        <translation>Eintrag %1 von %2 in der Datenbank des Teams folgt nicht aus dem davor. Einer von beiden wurde geändert, und keiner wird kopiert.</translation>
    </message>
    <message>
        <source>The last entry of %1 in the team&apos;s database is not the one that was written. It is not copied.</source>
        <translation>Der letzte Eintrag von %1 in der Datenbank des Teams ist nicht der, der geschrieben wurde. Er wird nicht kopiert.</translation>
    </message>
</context>
<context>
    <name>chatelaine::TeamPresenter</name>
    <message>
        <source>Team: offline since %1</source>
        <translation>Team: offline seit %1</translation>
    </message>
    <message>
        <source>Team: something does not fit</source>
        <translation>Team: etwas passt nicht zusammen</translation>
    </message>
    <message>
        <source>Team: everything is copied</source>
        <translation>Team: alles ist kopiert</translation>
    </message>
    <message>
        <source>Team: you may only read</source>
        <translation>Team: Sie dürfen nur lesen</translation>
    </message>
    <message>
        <source>Team: copying</source>
        <translation>Team: wird kopiert</translation>
    </message>
    <message numerus="yes">
        <source>%n entries not yet copied</source>
        <translation>
            <numerusform>%n Eintrag noch nicht kopiert</numerusform>
            <numerusform>%n Einträge noch nicht kopiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Not yet copied: %1 journal entries and %2 changes of the inventory.</source>
        <translation>Noch nicht kopiert: %1 Journaleinträge und %2 Änderungen des Bestands.</translation>
    </message>
    <message>
        <source>What you do is kept here and copied when the database answers.</source>
        <translation>Was Sie tun, wird hier behalten und kopiert, sobald die Datenbank antwortet.</translation>
    </message>
    <message>
        <source>Offline since %1. %2</source>
        <translation>Offline seit %1. %2</translation>
    </message>
    <message>
        <source>Look into it before you rely on what the team has.</source>
        <translation>Gehen Sie dem nach, bevor Sie sich auf das verlassen, was das Team hat.</translation>
    </message>
    <message>
        <source>You see what the others do. The database lets you only read.</source>
        <translation>Sie sehen, was die anderen tun. Die Datenbank lässt Sie nur lesen.</translation>
    </message>
    <message>
        <source>What you do here stays here.</source>
        <translation>Was Sie hier tun, bleibt hier.</translation>
    </message>
    <message>
        <source>Everything is copied.</source>
        <translation>Alles ist kopiert.</translation>
    </message>
    <message>
        <source>The path of the certificate cannot be part of an address.</source>
        <translation>Der Pfad des Zertifikats kann nicht Teil einer Adresse sein.</translation>
    </message>
    <message>
        <source>Journal entries: %1 sent, %2 received. Rows of inventory and usage: %3 sent, %4 received.</source>
        <translation>Journaleinträge: %1 gesendet, %2 empfangen. Zeilen von Bestand und Nutzung: %3 gesendet, %4 empfangen.</translation>
    </message>
    <message>
        <source>Asking the database…</source>
        <translation>Die Datenbank wird gefragt…</translation>
    </message>
    <message>
        <source>The database answers, and is empty.</source>
        <translation>Die Datenbank antwortet und ist leer.</translation>
    </message>
    <message>
        <source>Joining makes the team&apos;s tables in it.</source>
        <translation>Der Beitritt legt darin die Tabellen des Teams an.</translation>
    </message>
    <message>
        <source>The team is there. Its database lets you only read.</source>
        <translation>Das Team ist da. Seine Datenbank lässt Sie nur lesen.</translation>
    </message>
    <message>
        <source>The team is there, and you may write.</source>
        <translation>Das Team ist da, und Sie dürfen schreiben.</translation>
    </message>
    <message>
        <source>Joining: everything is being copied…</source>
        <translation>Beitritt: Alles wird kopiert…</translation>
    </message>
    <message>
        <source>Copying, and comparing every entry…</source>
        <translation>Jeder Eintrag wird kopiert und verglichen…</translation>
    </message>
    <message>
        <source>Leaving…</source>
        <translation>Das Team wird verlassen…</translation>
    </message>
    <message>
        <source>You left the team.</source>
        <translation>Sie haben das Team verlassen.</translation>
    </message>
    <message>
        <source>What was copied stays here and there.</source>
        <translation>Was kopiert wurde, bleibt hier und dort.</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
</context>
<context>
    <name>chatelaine::TeamService</name>
    <message>
        <source>This profile belongs to no team.</source>
        <translation>Dieses Profil gehört zu keinem Team.</translation>
    </message>
    <message>
        <source>Join one: chatelainectl team join ADDRESS.</source>
        <translation>Treten Sie einem bei: chatelainectl team join ADRESSE.</translation>
    </message>
    <message>
        <source>This profile belongs to the team at %1.</source>
        <translation>Dieses Profil gehört zu dem Team unter %1.</translation>
    </message>
    <message>
        <source>Leave it first: chatelainectl team leave.</source>
        <translation>Verlassen Sie es zuerst: chatelainectl team leave.</translation>
    </message>
</context>
<context>
    <name>chatelaine::TimeText</name>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 Tagen</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>in a moment</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Used %1, known to the day</source>
        <translation>Benutzt: %1 (auf den Tag genau)</translation>
    </message>
    <message>
        <source>Used %1</source>
        <translation>Benutzt: %1</translation>
    </message>
    <message>
        <source>The vendor does not say</source>
        <translation>Der Anbieter sagt es nicht</translation>
    </message>
    <message>
        <source>Not used since %1, when tracking began</source>
        <translation>Nicht benutzt seit %1, dem Beginn der Aufzeichnung</translation>
    </message>
    <message>
        <source>Never used, says the vendor</source>
        <translation>Laut Anbieter nie benutzt</translation>
    </message>
</context>
<context>
    <name>chatelaine::TimelineDialog</name>
    <message>
        <source>History of &quot;%1&quot;</source>
        <translation>Verlauf von „%1“</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a part and its text</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Reading the journal...</source>
        <translation>Das Journal wird gelesen...</translation>
    </message>
    <message>
        <source>Nothing was done with this key from here. The vendor may have a log of its own.</source>
        <translation>Von hier aus ist mit diesem Schlüssel nichts geschehen. Vielleicht hat der Anbieter ein eigenes Protokoll.</translation>
    </message>
    <message>
        <source>What was done with this key from here, and which changes by others were seen, latest first.</source>
        <translation>Was von hier aus mit diesem Schlüssel geschah und welche Änderungen durch andere gesehen wurden, das Neueste zuerst.</translation>
    </message>
</context>
<context>
    <name>chatelaine::UnlockCall</name>
    <message>
        <source>There is no D-Bus session.</source>
        <translation>Es gibt keine D-Bus-Sitzung.</translation>
    </message>
    <message>
        <source>There is no keyring to unlock.</source>
        <translation>Es gibt keinen Schlüsselbund zum Entsperren.</translation>
    </message>
    <message>
        <source>The keyring could not be unlocked.</source>
        <translation>Der Schlüsselbund konnte nicht entsperrt werden.</translation>
    </message>
    <message>
        <source>The keyring&apos;s service ended before it was unlocked.</source>
        <translation>Der Schlüsselbund-Dienst endete, bevor der Schlüsselbund entsperrt war.</translation>
    </message>
    <message>
        <source>Nobody answered the keyring&apos;s question.</source>
        <translation>Niemand hat die Rückfrage des Schlüsselbunds beantwortet.</translation>
    </message>
    <message>
        <source>The keyring could not ask for its password.</source>
        <translation>Der Schlüsselbund konnte nicht nach seinem Passwort fragen.</translation>
    </message>
    <message>
        <source>The keyring&apos;s question was dismissed.</source>
        <translation>Die Rückfrage des Schlüsselbunds wurde abgewiesen.</translation>
    </message>
    <message>
        <source>Unlock the keyring in the desktop&apos;s password manager and try again.</source>
        <translation>Entsperren Sie den Schlüsselbund in der Passwortverwaltung des Desktops, und versuchen Sie es erneut.</translation>
    </message>
</context>
<context>
    <name>chatelaine::UsageFigures</name>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>%1 gives no figures by time here</source>
        <translation>%1 gibt hier keine Zahlen nach Zeit</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <comment>the time in sight</comment>
        <translation>vom %1 bis %2</translation>
    </message>
    <message>
        <source>%1: %2 on average</source>
        <comment>a metric and its value</comment>
        <translation>%1: durchschnittlich %2</translation>
    </message>
    <message>
        <source>%1: %2 in all</source>
        <comment>a metric and its value</comment>
        <translation>%1: insgesamt %2</translation>
    </message>
</context>
<context>
    <name>chatelaine::UsageGroups</name>
    <message>
        <source>all others</source>
        <translation>alle übrigen</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>not named</source>
        <translation>nicht genannt</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
</context>
<context>
    <name>chatelaine::UsagePage</name>
    <message>
        <source>Asking the vendor...</source>
        <translation>Der Anbieter wird gefragt...</translation>
    </message>
    <message>
        <source>Picture (PNG)...</source>
        <translation>Bild (PNG) ...</translation>
    </message>
    <message>
        <source>Drawing (SVG)...</source>
        <translation>Zeichnung (SVG) ...</translation>
    </message>
    <message>
        <source>Figures (CSV)...</source>
        <translation>Zahlen (CSV) ...</translation>
    </message>
    <message>
        <source>Only &quot;%1&quot;</source>
        <translation>Nur „%1“</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>&amp;Tell me at</source>
        <translation>&amp;Melden bei</translation>
    </message>
    <message>
        <source>an&amp;d at</source>
        <translation>un&amp;d bei</translation>
    </message>
    <message>
        <source>Export usage</source>
        <translation>Nutzung exportieren</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>Bilder (*.png)</translation>
    </message>
    <message>
        <source>Drawings (*.svg)</source>
        <translation>Zeichnungen (*.svg)</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-Dateien (*.csv)</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Stunde</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Last 3 days</source>
        <translation>Letzte 3 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Last 26 weeks</source>
        <translation>Letzte 26 Wochen</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>Letzte 12 Monate</translation>
    </message>
    <message>
        <source>&amp;Interval</source>
        <translation>&amp;Intervall</translation>
    </message>
    <message>
        <source>Per&amp;iod</source>
        <translation>Ze&amp;itraum</translation>
    </message>
    <message>
        <source>Show history</source>
        <translation>Verlauf zeigen</translation>
    </message>
    <message>
        <source>History of &quot;%1&quot;</source>
        <translation>Verlauf von „%1“</translation>
    </message>
</context>
<context>
    <name>chatelaine::UsagePresenter</name>
    <message>
        <source>Usage</source>
        <translation>Nutzung</translation>
    </message>
    <message>
        <source>Usage of %1</source>
        <translation>Nutzung von %1</translation>
    </message>
    <message>
        <source>Choose an account, an organization or a project in the tree to see its usage.</source>
        <translation>Wählen Sie im Baum ein Konto, eine Organisation oder ein Projekt, um die Nutzung zu sehen.</translation>
    </message>
    <message>
        <source>%1 offers no usage figures through its API.</source>
        <translation>%1 bietet über seine API keine Nutzungsdaten an.</translation>
    </message>
    <message>
        <source>Asking %1...</source>
        <translation>%1 wird gefragt...</translation>
    </message>
    <message>
        <source>There are no figures to show.</source>
        <translation>Es gibt keine Werte anzuzeigen.</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>Stand: %1</translation>
    </message>
    <message>
        <source>%1 knows of no usage in this time.</source>
        <translation>%1 kennt keine Nutzung in dieser Zeit.</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
    <message>
        <source>What the team found, with figures up to %1</source>
        <translation>Was das Team gefunden hat, mit Zahlen bis %1</translation>
    </message>
    <message>
        <source>From an earlier run, with figures up to %1</source>
        <translation>Von einem früheren Lauf, mit Zahlen bis %1</translation>
    </message>
</context>
<context>
    <name>chatelaine::UsageService</name>
    <message>
        <source>&quot;%1&quot; could not be written: %2</source>
        <translation>„%1“ konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>A warning comes above 0 % and not after the alarm, which comes at 100 % at the latest.</source>
        <translation>Eine Warnung kommt über 0 % und nicht nach dem Alarm, der spätestens bei 100 % kommt.</translation>
    </message>
    <message>
        <source>Only %1 of %2 were asked for.</source>
        <translation>Nur nach %1 von %2 wurde gefragt.</translation>
    </message>
</context>
<context>
    <name>chatelaine::UsageTableModel</name>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>Zeit (UTC)</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>Insgesamt</translation>
    </message>
    <message>
        <source>%1 (in part)</source>
        <comment>of a part of the time</comment>
        <translation>%1 (teilweise)</translation>
    </message>
    <message>
        <source>On average</source>
        <translation>Durchschnittlich</translation>
    </message>
</context>
<context>
    <name>chatelaine::VendorAuditDialog</name>
    <message>
        <source>Audit log of %1</source>
        <translation>Prüfprotokoll von %1</translation>
    </message>
    <message>
        <source>vendor-audit-%1.csv</source>
        <translation>anbieter-protokoll-%1.csv</translation>
    </message>
    <message>
        <source>Export the vendor&apos;s audit log</source>
        <translation>Prüfprotokoll des Anbieters exportieren</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
</context>
<context>
    <name>chatelaine::VendorAuditPresenter</name>
    <message>
        <source>The first day is after the last one.</source>
        <translation>Der erste Tag liegt nach dem letzten.</translation>
    </message>
    <message>
        <source>Asking for the export...</source>
        <translation>Der Export wird angefordert...</translation>
    </message>
    <message numerus="yes">
        <source>The vendor&apos;s audit log is in %1 (%n row(s)).</source>
        <translation>
            <numerusform>Das Prüfprotokoll des Anbieters steht in %1 (%n Zeile).</numerusform>
            <numerusform>Das Prüfprotokoll des Anbieters steht in %1 (%n Zeilen).</numerusform>
        </translation>
    </message>
    <message>
        <source>The vendor&apos;s audit log is in %1.</source>
        <translation>Das Prüfprotokoll des Anbieters steht in %1.</translation>
    </message>
</context>
<context>
    <name>chatelaine::VendorAuditService</name>
    <message>
        <source>%1 exports its audit log elsewhere: %2.</source>
        <translation>%1 exportiert sein Prüfprotokoll anderswo: %2.</translation>
    </message>
    <message>
        <source>The API of %1 does not export its audit log.</source>
        <translation>Die API von %1 exportiert kein Prüfprotokoll.</translation>
    </message>
    <message>
        <source>The vendor has not finished the export.</source>
        <translation>Der Anbieter hat den Export nicht abgeschlossen.</translation>
    </message>
    <message>
        <source>Ask again later, for a shorter time.</source>
        <translation>Fragen Sie später noch einmal, für einen kürzeren Zeitraum.</translation>
    </message>
    <message>
        <source>The vendor is preparing the export.</source>
        <translation>Der Anbieter bereitet den Export vor.</translation>
    </message>
    <message>
        <source>The export is ready and is being saved.</source>
        <translation>Der Export ist fertig und wird gespeichert.</translation>
    </message>
    <message>
        <source>The vendor could not make the export.</source>
        <translation>Der Anbieter konnte den Export nicht erstellen.</translation>
    </message>
</context>
<context>
    <name>chatelaine::WebhookChangeRun</name>
    <message>
        <source>Its signing secret could not be removed from the keychain: %1</source>
        <translation>Sein Signaturgeheimnis konnte nicht aus dem Schlüsselbund entfernt werden: %1</translation>
    </message>
</context>
<context>
    <name>chatelaine::WebhookCreation</name>
    <message>
        <source>The webhook was made, but could not be written down: %1</source>
        <translation>Der Webhook wurde angelegt, konnte aber nicht festgehalten werden: %1</translation>
    </message>
    <message>
        <source>The outcome could not be written down: %1</source>
        <translation>Das Ergebnis konnte nicht festgehalten werden: %1</translation>
    </message>
</context>
<context>
    <name>chatelaine::WebhookService</name>
    <message>
        <source>%1 has no &quot;%2&quot; for webhooks.</source>
        <translation>%1 hat kein „%2“ für Webhooks.</translation>
    </message>
    <message>
        <source>The API of %1 has no webhooks.</source>
        <translation>Die API von %1 hat keine Webhooks.</translation>
    </message>
    <message>
        <source>What there is: %1.</source>
        <translation>Möglich ist: %1.</translation>
    </message>
    <message>
        <source>No webhook is known as &quot;%1&quot;.</source>
        <translation>Unter „%1“ ist kein Webhook bekannt.</translation>
    </message>
    <message>
        <source>List the account&apos;s webhooks first.</source>
        <translation>Listen Sie zuerst die Webhooks des Kontos auf.</translation>
    </message>
    <message numerus="yes">
        <source>&quot;%1&quot; can mean %n webhook(s): %2.</source>
        <translation>
            <numerusform>„%1“ kann %n Webhook meinen: %2.</numerusform>
            <numerusform>„%1“ kann %n Webhooks meinen: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Name one of them by its id.</source>
        <translation>Nennen Sie einen davon mit seiner ID.</translation>
    </message>
    <message>
        <source>%1 does not list webhooks: only those made here are known.</source>
        <translation>%1 listet Webhooks nicht auf: Nur die hier angelegten sind bekannt.</translation>
    </message>
</context>
<context>
    <name>chatelaine::WebhookTexts</name>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Disabled by the vendor</source>
        <translation>Vom Anbieter deaktiviert</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>New webhook…</source>
        <translation>Neuer Webhook…</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Send a test event</source>
        <translation>Testereignis senden</translation>
    </message>
    <message>
        <source>Deliver again</source>
        <translation>Erneut zustellen</translation>
    </message>
    <message>
        <source>Delete webhook</source>
        <translation>Webhook löschen</translation>
    </message>
    <message>
        <source>Delete the webhook to %1?</source>
        <translation>Den Webhook zu %1 löschen?</translation>
    </message>
    <message>
        <source>No event is sent there any more.</source>
        <translation>Dorthin werden keine Ereignisse mehr gesendet.</translation>
    </message>
</context>
<context>
    <name>chatelaine::WebhooksPage</name>
    <message>
        <source>Deliveries, the latest first</source>
        <translation>Zustellungen, die neueste zuerst</translation>
    </message>
</context>
<context>
    <name>chatelaine::WebhooksPresenter</name>
    <message>
        <source>Choose an account in the tree to see its webhooks.</source>
        <translation>Wählen Sie im Baum ein Konto, um seine Webhooks zu sehen.</translation>
    </message>
    <message>
        <source>The API of %1 has no webhooks.</source>
        <translation>Die API von %1 hat keine Webhooks.</translation>
    </message>
    <message>
        <source>The webhooks of %1 belong to one of these: %2. Choose one in the tree.</source>
        <translation>Die Webhooks von %1 gehören zu diesen: %2. Wählen Sie etwas davon im Baum.</translation>
    </message>
    <message>
        <source>Webhooks need another credential of %1: %2.</source>
        <translation>Webhooks brauchen weitere Zugangsdaten von %1: %2.</translation>
    </message>
    <message>
        <source>Asking %1...</source>
        <translation>%1 wird gefragt...</translation>
    </message>
    <message>
        <source>There is nothing to show.</source>
        <translation>Es gibt nichts zu zeigen.</translation>
    </message>
    <message>
        <source>There is no webhook.</source>
        <translation>Es gibt keinen Webhook.</translation>
    </message>
    <message>
        <source>%1 does not list webhooks; none was made here.</source>
        <translation>%1 listet Webhooks nicht auf; hier wurde keiner angelegt.</translation>
    </message>
    <message>
        <source>New webhook</source>
        <translation>Neuer Webhook</translation>
    </message>
    <message>
        <source>Create webhook</source>
        <translation>Webhook anlegen</translation>
    </message>
    <message>
        <source>The webhook to %1 is made.</source>
        <translation>Der Webhook zu %1 ist angelegt.</translation>
    </message>
    <message>
        <source>A test event is on its way to %1.</source>
        <translation>Ein Testereignis ist unterwegs zu %1.</translation>
    </message>
    <message>
        <source>The webhook to %1 is deleted.</source>
        <translation>Der Webhook zu %1 ist gelöscht.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>Choose a webhook to see what was delivered.</source>
        <translation>Wählen Sie einen Webhook, um zu sehen, was zugestellt wurde.</translation>
    </message>
    <message>
        <source>Nothing was delivered yet.</source>
        <translation>Es wurde noch nichts zugestellt.</translation>
    </message>
    <message>
        <source>It is delivered once more.</source>
        <translation>Es wird noch einmal zugestellt.</translation>
    </message>
    <message>
        <source>It may have a signing secret, which goes where you say here.</source>
        <translation>Er kann ein Signatur-Geheimnis haben; es geht dorthin, wo Sie es hier sagen.</translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::AccountsChangeJob</name>
    <message>
        <source>There is no provider of this id: %1</source>
        <translation>Einen Anbieter mit dieser ID gibt es nicht: %1</translation>
    </message>
    <message>
        <source>See: chatelainectl providers list</source>
        <translation>Siehe: chatelainectl providers list</translation>
    </message>
    <message>
        <source>Credential &quot;%1&quot; of %2</source>
        <translation>Zugangsdaten „%1“ von %2</translation>
    </message>
    <message>
        <source>Added %1.</source>
        <translation>%1 wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>Changed %1.</source>
        <translation>%1 wurde geändert.</translation>
    </message>
    <message>
        <source>There is no terminal to ask on: add --yes if that is right. Nothing was sent.</source>
        <translation>Es gibt kein Terminal, an dem gefragt werden kann: Fügen Sie --yes hinzu, wenn das richtig ist. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate now: %1, from %2, valid from %3 to %4, SHA-256 %5.</source>
        <translation>Das Zertifikat des Servers jetzt: %1, von %2, gültig von %3 bis %4, SHA-256 %5.</translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::AccountsCheckJob</name>
    <message>
        <source>%1 works.</source>
        <translation>%1 funktioniert.</translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::AccountsListJob</name>
    <message>
        <source>There it is known as %1.</source>
        <translation>Dort ist es bekannt als %1.</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NAME</translation>
    </message>
    <message>
        <source>PROVIDER</source>
        <translation>ANBIETER</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>CREDENTIALS</source>
        <translation>ZUGANGSDATEN</translation>
    </message>
    <message>
        <source>INVENTORY</source>
        <translation>BESTAND</translation>
    </message>
    <message>
        <source>AS OF</source>
        <translation>STAND</translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::AccountsRemoveJob</name>
    <message>
        <source>Forget the account %1, its inventory and what the keychain holds for it? The secrets that are kept there are lost; the keys at the vendor stay.</source>
        <translation>Das Konto %1, seinen Bestand und alles, was der Schlüsselbund dafür enthält, vergessen? Die dort aufbewahrten Geheimnisse gehen verloren; die Schlüssel beim Anbieter bleiben.</translation>
    </message>
    <message>
        <source>Removed %1.</source>
        <translation>%1 wurde entfernt.</translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::AuditExportJob</name>
    <message numerus="yes">
        <source>Wrote %n entries to %1.</source>
        <translation>
            <numerusform>%n Eintrag wurde in %1 geschrieben.</numerusform>
            <numerusform>%n Einträge wurden in %1 geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Signed by the key with the fingerprint %1.</source>
        <translation>Signiert vom Schlüssel mit dem Fingerabdruck %1.</translation>
    </message>
    <message>
        <source>UNSIGNED: %1</source>
        <translation>NICHT SIGNIERT: %1</translation>
    </message>
    <message>
        <source>Wrote an audit report of %1 keys and %2 entries of the journal to %3.</source>
        <translation>Ein Prüfbericht über %1 Schlüssel und %2 Einträge des Journals wurde nach %3 geschrieben.</translation>
    </message>
    <message>
        <source>COMPLETE: everything in scope was read.</source>
        <translation>COMPLETE: Alles im Umfang wurde gelesen.</translation>
    </message>
    <message>
        <source>INCOMPLETE: %1</source>
        <translation>INCOMPLETE: %1</translation>
    </message>
    <message>
        <source>Signed a second time, with ECDSA P-256, by the key with the fingerprint %1.</source>
        <translation>Ein zweites Mal signiert, mit ECDSA P-256, mit dem Schlüssel mit dem Fingerabdruck %1.</translation>
    </message>
    <message numerus="yes">
        <source>Only the journal of this installation is in it. An evidence pack (--format pack) has also those of %n other(s) of the team.</source>
        <translation>
            <numerusform>Nur das Journal dieser Installation ist darin. Ein Nachweispaket (--format pack) hat auch das einer weiteren (%n) des Teams.</numerusform>
            <numerusform>Nur das Journal dieser Installation ist darin. Ein Nachweispaket (--format pack) hat auch die von %n weiteren des Teams.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 entries written</source>
        <translation>%1 Einträge geschrieben</translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::AuditVerifyJob</name>
    <message numerus="yes">
        <source>The chain is whole: %n entries.</source>
        <translation>
            <numerusform>Die Kette ist unversehrt: %n Eintrag.</numerusform>
            <numerusform>Die Kette ist unversehrt: %n Einträge.</numerusform>
        </translation>
    </message>
    <message>
        <source>The chain is BROKEN at entry %1: %2</source>
        <translation>Die Kette ist bei Eintrag %1 GEBROCHEN: %2</translation>
    </message>
    <message>
        <source>INTACT: %1</source>
        <translation>UNVERSEHRT: %1</translation>
    </message>
    <message>
        <source>NOT INTACT: %1</source>
        <translation>NICHT UNVERSEHRT: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n entries, a part of the journal.</source>
        <translation>
            <numerusform>%n Eintrag, ein Teil des Journals.</numerusform>
            <numerusform>%n Einträge, ein Teil des Journals.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries.</source>
        <translation>
            <numerusform>%n Eintrag.</numerusform>
            <numerusform>%n Einträge.</numerusform>
        </translation>
    </message>
    <message>
        <source>Journal %1, size %2, root %3</source>
        <translation>Journal %1, Größe %2, Wurzel %3</translation>
    </message>
    <message>
        <source>Signed by the key with the fingerprint %1.</source>
        <translation>Signiert vom Schlüssel mit dem Fingerabdruck %1.</translation>
    </message>
    <message>
        <source>UNSIGNED: %1</source>
        <translation>NICHT SIGNIERT: %1</translation>
    </message>
    <message>
        <source>Compare the fingerprint with the one that you know by another way: --fingerprint.</source>
        <translation>Vergleichen Sie den Fingerabdruck mit dem, den Sie auf anderem Weg kennen: --fingerprint.</translation>
    </message>
    <message>
        <source>it does not say why.</source>
        <translation>Der Grund ist nicht angegeben.</translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::BulkChangeJob</name>
    <message>
        <source>None of these values is the secret of one certain key.</source>
        <translation>Keiner dieser Werte ist das Geheimnis eines bestimmten Schlüssels.</translation>
    </message>
    <message>
        <source>With --likely, a key that alone begins and ends like a value is taken too. Nothing was sent.</source>
        <translation>Mit --likely wird auch ein Schlüssel genommen, der als einziger so beginnt und endet wie ein Wert. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Leaked value</source>
        <translation>Bekannt gewordener Wert</translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::BulkListJob</name>
    <message>
        <source>STARTED</source>
        <translation>BEGONNEN</translation>
    </message>
    <message>
        <source>VERB</source>
        <translation>AKTION</translation>
    </message>
    <message>
        <source>KEYS</source>
        <translation>SCHLÜSSEL</translation>
    </message>
    <message>
        <source>STATE</source>
        <translation>ZUSTAND</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>KENNUNG</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>to be gone on with</source>
        <translation>fortzusetzen</translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::BulkRunJob</name>
    <message>
        <source>Go on with it?</source>
        <translation>Damit fortfahren?</translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::BulkRunningJob</name>
    <message>
        <source>NAME</source>
        <translation>NAME</translation>
    </message>
    <message>
        <source>ACCOUNT</source>
        <translation>KONTO</translation>
    </message>
    <message>
        <source>STATE</source>
        <translation>ZUSTAND</translation>
    </message>
    <message>
        <source>WHY</source>
        <translation>WARUM</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) still wait. Go on: chatelainectl bulk resume %1</source>
        <translation>
            <numerusform>%n Schlüssel wartet noch. Weiter mit: chatelainectl bulk resume %1</numerusform>
            <numerusform>%n Schlüssel warten noch. Weiter mit: chatelainectl bulk resume %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::BulkTexts</name>
    <message>
        <source>  %1: %2</source>
        <translation>  %1: %2</translation>
    </message>
    <message>
        <source>Used last:</source>
        <translation>Zuletzt benutzt:</translation>
    </message>
    <message numerus="yes">
        <source>Of %n of them nobody says when they were used.</source>
        <translation>
            <numerusform>Bei %n davon sagt niemand, wann er benutzt wurde.</numerusform>
            <numerusform>Bei %n davon sagt niemand, wann sie benutzt wurden.</numerusform>
        </translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Type their number to go on:</source>
        <translation>Geben Sie ihre Anzahl ein, um fortzufahren:</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) will be left alone:</source>
        <translation>
            <numerusform>%n Schlüssel bleibt, wie er ist:</numerusform>
            <numerusform>%n Schlüssel bleiben, wie sie sind:</numerusform>
        </translation>
    </message>
    <message>
        <source>VALUE</source>
        <translation>WERT</translation>
    </message>
    <message>
        <source>CERTAINTY</source>
        <translation>GEWISSHEIT</translation>
    </message>
    <message>
        <source>LOOKS LIKE</source>
        <translation>SIEHT AUS WIE</translation>
    </message>
    <message>
        <source>KEYS</source>
        <translation>SCHLÜSSEL</translation>
    </message>
    <message>
        <source>%1?</source>
        <comment>a question</comment>
        <translation>%1?</translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::Choices</name>
    <message>
        <source>%1 has several kinds of keys; name one with --kind: %2.</source>
        <translation>%1 hat mehrere Arten von Schlüsseln; nennen Sie eine mit --kind: %2.</translation>
    </message>
    <message>
        <source>%1 has no keys of the kind &quot;%2&quot;. It has: %3.</source>
        <translation>%1 hat keine Schlüssel der Art „%2“. Es gibt: %3.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is the name of several; say which by its id:</source>
        <translation>„%1“ ist der Name von mehreren; nennen Sie den gemeinten mit seiner ID:</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>The local inventory of %1 has nothing that such a key can be in.</source>
        <translation>Der lokale Bestand von %1 enthält nichts, wozu ein solcher Schlüssel gehören kann.</translation>
    </message>
    <message>
        <source>Read it first: chatelainectl sync %1</source>
        <translation>Lesen Sie ihn zuerst: chatelainectl sync %1</translation>
    </message>
    <message>
        <source>%1 has no &quot;%2&quot; for keys of the kind &quot;%3&quot;.</source>
        <translation>%1 hat kein „%2“ für Schlüssel der Art „%3“.</translation>
    </message>
    <message>
        <source>Its API can do nothing with them.</source>
        <translation>Über die API ist mit ihnen nichts möglich.</translation>
    </message>
    <message>
        <source>What exists: %1.</source>
        <translation>Möglich ist: %1.</translation>
    </message>
    <message>
        <source>The local inventory has no project &quot;%1&quot;.</source>
        <translation>Der lokale Bestand hat kein Projekt „%1“.</translation>
    </message>
    <message>
        <source>See: chatelainectl projects list; a new one appears with the next sync.</source>
        <translation>Siehe: chatelainectl projects list; ein neues erscheint mit der nächsten Synchronisierung.</translation>
    </message>
    <message>
        <source>Keys of the kind &quot;%1&quot; are in no project; leave --project out.</source>
        <translation>Schlüssel der Art „%1“ gehören zu keinem Projekt; lassen Sie --project weg.</translation>
    </message>
    <message>
        <source>Keys of the kind &quot;%1&quot; need a place: name it with --project.</source>
        <translation>Schlüssel der Art „%1“ brauchen einen Ort: Nennen Sie ihn mit --project.</translation>
    </message>
    <message>
        <source>%1 takes no credential.</source>
        <translation>%1 nimmt keine Zugangsdaten.</translation>
    </message>
    <message>
        <source>%1 has these credential slots: %2. Give one as --credential SLOT=SOURCE.</source>
        <translation>%1 hat diese Plätze für Zugangsdaten: %2. Geben Sie einen als --credential SLOT=SOURCE an.</translation>
    </message>
    <message>
        <source>Each slot takes one --credential.</source>
        <translation>Jeder Platz nimmt ein --credential.</translation>
    </message>
    <message>
        <source>%1 needs a credential: --credential %2=keychain, %2=env:VARIABLE or %2=file:PATH.</source>
        <translation>%1 braucht Zugangsdaten: --credential %2=keychain, %2=env:VARIABLE oder %2=file:PATH.</translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::CommandLine</name>
    <message>
        <source>There is more on the command line than the command takes.</source>
        <translation>Die Befehlszeile enthält mehr, als der Befehl nimmt.</translation>
    </message>
    <message>
        <source>The command does not take %1.</source>
        <translation>Der Befehl kennt %1 nicht.</translation>
    </message>
    <message>
        <source>See: %1 --help</source>
        <translation>Siehe: %1 --help</translation>
    </message>
    <message>
        <source>Keeps the API keys of every account at every vendor.</source>
        <translation>Verwaltet die API-Schlüssel aller Konten bei allen Anbietern.</translation>
    </message>
    <message>
        <source>Folder of the profile</source>
        <translation>Ordner des Profils</translation>
    </message>
    <message>
        <source>Write one JSON document</source>
        <translation>Ein JSON-Dokument ausgeben</translation>
    </message>
    <message>
        <source>The team&apos;s database for this run: postgresql://...</source>
        <translation>Die Datenbank des Teams für diesen Lauf: postgresql://...</translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::CommandRunner</name>
    <message numerus="yes">
        <source>%n operation(s) of an earlier run ended without an answer; see: chatelainectl operations list --state in_doubt</source>
        <translation>
            <numerusform>%n Vorgang eines früheren Programmlaufs endete ohne Antwort; siehe: chatelainectl operations list --state in_doubt</numerusform>
            <numerusform>%n Vorgänge eines früheren Programmlaufs endeten ohne Antwort; siehe: chatelainectl operations list --state in_doubt</numerusform>
        </translation>
    </message>
    <message>
        <source>Not copied to the team: %1 It is kept here, and copied by the next command or by chatelainectl team sync.</source>
        <translation>Nicht zum Team kopiert: %1 Es wird hier behalten und vom nächsten Befehl oder von chatelainectl team sync kopiert.</translation>
    </message>
    <message>
        <source>The team&apos;s database took too long.</source>
        <translation>Die Datenbank des Teams hat zu lange gebraucht.</translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::CommandTree</name>
    <message>
        <source>Each slot takes one --credential.</source>
        <translation>Jeder Platz nimmt ein --credential.</translation>
    </message>
    <message>
        <source>An account&apos;s name is not empty and has no slash.</source>
        <translation>Der Name eines Kontos ist nicht leer und enthält keinen Schrägstrich.</translation>
    </message>
    <message>
        <source>--state is one of intended, sent, succeeded, failed, in_doubt, settled.</source>
        <translation>--state ist intended, sent, succeeded, failed, in_doubt oder settled.</translation>
    </message>
    <message>
        <source>Keys: list, make, check and retire them</source>
        <translation>Schlüssel: auflisten, anlegen, prüfen und aus dem Verkehr ziehen</translation>
    </message>
    <message>
        <source>The vendors that accounts can be at</source>
        <translation>Die Anbieter, bei denen Konten sein können</translation>
    </message>
    <message>
        <source>List the providers</source>
        <translation>Die Anbieter auflisten</translation>
    </message>
    <message>
        <source>What a provider offers</source>
        <translation>Was ein Anbieter bietet</translation>
    </message>
    <message>
        <source>Id of the provider</source>
        <translation>ID des Anbieters</translation>
    </message>
    <message>
        <source>Check a provider definition</source>
        <translation>Eine Anbieterdefinition prüfen</translation>
    </message>
    <message>
        <source>The definition</source>
        <translation>Die Definition</translation>
    </message>
    <message>
        <source>The accounts that this profile knows</source>
        <translation>Die Konten, die dieses Profil kennt</translation>
    </message>
    <message>
        <source>Name of the account</source>
        <translation>Name des Kontos</translation>
    </message>
    <message>
        <source>Where a credential comes from: [SLOT=]keychain (its value on standard input), env:VAR or file:PATH; may be repeated</source>
        <translation>Woher Zugangsdaten kommen: [SLOT=]keychain (der Wert über die Standardeingabe), env:VAR oder file:PATH; mehrfach möglich</translation>
    </message>
    <message>
        <source>List the accounts</source>
        <translation>Die Konten auflisten</translation>
    </message>
    <message>
        <source>Check a credential and add the account</source>
        <translation>Zugangsdaten prüfen und das Konto hinzufügen</translation>
    </message>
    <message>
        <source>A provider&apos;s id or a definition file</source>
        <translation>ID eines Anbieters oder eine Definitionsdatei</translation>
    </message>
    <message>
        <source>Base URL, where it is not the provider&apos;s own</source>
        <translation>Basis-URL, falls es nicht die des Anbieters ist</translation>
    </message>
    <message>
        <source>Certificate authority to trust, as PEM</source>
        <translation>Zertifizierungsstelle, der vertraut wird, als PEM</translation>
    </message>
    <message>
        <source>Change how an account is reached</source>
        <translation>Ändern, wie ein Konto erreicht wird</translation>
    </message>
    <message>
        <source>New base URL</source>
        <translation>Neue Basis-URL</translation>
    </message>
    <message>
        <source>Ask the vendor whether the credential works</source>
        <translation>Den Anbieter fragen, ob die Zugangsdaten gelten</translation>
    </message>
    <message>
        <source>Forget an account; its keys at the vendor stay</source>
        <translation>Ein Konto vergessen; seine Schlüssel beim Anbieter bleiben</translation>
    </message>
    <message>
        <source>Do not ask</source>
        <translation>Nicht nachfragen</translation>
    </message>
    <message>
        <source>Read the inventory from the vendors</source>
        <translation>Den Bestand von den Anbietern lesen</translation>
    </message>
    <message>
        <source>Accounts to read; all when none is named</source>
        <translation>Zu lesende Konten; alle, wenn keines genannt ist</translation>
    </message>
    <message>
        <source>Of this account only</source>
        <translation>Nur von diesem Konto</translation>
    </message>
    <message>
        <source>List the keys of the local inventory; asks no vendor</source>
        <translation>Die Schlüssel des lokalen Bestands auflisten; fragt keinen Anbieter</translation>
    </message>
    <message>
        <source>Of this project only: an id, NAME or ORG/PROJECT</source>
        <translation>Nur von diesem Projekt: eine ID, NAME oder ORG/PROJECT</translation>
    </message>
    <message>
        <source>Everything that is known of a key</source>
        <translation>Alles, was über einen Schlüssel bekannt ist</translation>
    </message>
    <message>
        <source>ref, ACCOUNT/ID, ACCOUNT/NAME or NAME</source>
        <translation>Referenz, ACCOUNT/ID, ACCOUNT/NAME oder NAME</translation>
    </message>
    <message>
        <source>Ask the vendor whether a key&apos;s secret is accepted</source>
        <translation>Den Anbieter fragen, ob das Geheimnis eines Schlüssels gilt</translation>
    </message>
    <message>
        <source>The secret comes on standard input, not from the keychain</source>
        <translation>Das Geheimnis kommt über die Standardeingabe, nicht aus dem Schlüsselbund</translation>
    </message>
    <message>
        <source>Make a key</source>
        <translation>Einen Schlüssel anlegen</translation>
    </message>
    <message>
        <source>At this account</source>
        <translation>Bei diesem Konto</translation>
    </message>
    <message>
        <source>In this project: an id, NAME or ORG/PROJECT</source>
        <translation>In diesem Projekt: eine ID, NAME oder ORG/PROJECT</translation>
    </message>
    <message>
        <source>Kind of key, where there are several</source>
        <translation>Art des Schlüssels, wenn es mehrere gibt</translation>
    </message>
    <message>
        <source>Name of the key</source>
        <translation>Name des Schlüssels</translation>
    </message>
    <message>
        <source>What it may do; may be repeated</source>
        <translation>Was er darf; mehrfach möglich</translation>
    </message>
    <message>
        <source>production or sandbox, where there is both</source>
        <translation>production oder sandbox, wo es beides gibt</translation>
    </message>
    <message>
        <source>90d, 36h or 2w, where the vendor offers it</source>
        <translation>90d, 36h oder 2w, wo der Anbieter es bietet</translation>
    </message>
    <message>
        <source>Any other field of the vendor&apos;s form</source>
        <translation>Jedes andere Feld aus dem Formular des Anbieters</translation>
    </message>
    <message>
        <source>Where the secret goes</source>
        <translation>Wohin das Geheimnis kommt</translation>
    </message>
    <message>
        <source>Record an existing key; its secret comes on standard input</source>
        <translation>Einen vorhandenen Schlüssel erfassen; sein Geheimnis kommt über die Standardeingabe</translation>
    </message>
    <message>
        <source>Let a disabled key work again</source>
        <translation>Einen deaktivierten Schlüssel wieder gelten lassen</translation>
    </message>
    <message>
        <source>Stop a key until it is enabled again</source>
        <translation>Einen Schlüssel anhalten, bis er wieder aktiviert wird</translation>
    </message>
    <message>
        <source>Stop a key for good</source>
        <translation>Einen Schlüssel endgültig außer Kraft setzen</translation>
    </message>
    <message>
        <source>Delete a key</source>
        <translation>Einen Schlüssel löschen</translation>
    </message>
    <message>
        <source>Of this account</source>
        <translation>Von diesem Konto</translation>
    </message>
    <message>
        <source>What has been used, per metric and time</source>
        <translation>Was genutzt wurde, nach Kennzahl und Zeit</translation>
    </message>
    <message>
        <source>From this date or time; 30 days ago when not given</source>
        <translation>Ab diesem Datum oder Zeitpunkt; sonst ab vor 30 Tagen</translation>
    </message>
    <message>
        <source>To the end of this date, or to this time; now when not given</source>
        <translation>Bis zum Ende dieses Datums oder bis zu diesem Zeitpunkt; sonst bis jetzt</translation>
    </message>
    <message>
        <source>Limits and what is left of them</source>
        <translation>Grenzen und was davon übrig ist</translation>
    </message>
    <message>
        <source>From this date or time</source>
        <translation>Ab diesem Datum oder Zeitpunkt</translation>
    </message>
    <message>
        <source>To the end of this date, or to this time</source>
        <translation>Bis zum Ende dieses Datums oder bis zu diesem Zeitpunkt</translation>
    </message>
    <message>
        <source>The journal of every change</source>
        <translation>Das Journal aller Änderungen</translation>
    </message>
    <message>
        <source>List the journal&apos;s entries, oldest first</source>
        <translation>Die Einträge des Journals auflisten, die ältesten zuerst</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>Zu schreibende Datei</translation>
    </message>
    <message>
        <source>What was sent to vendors</source>
        <translation>Was an Anbieter gesendet wurde</translation>
    </message>
    <message>
        <source>List the operations, and which are in doubt</source>
        <translation>Die Vorgänge auflisten und welche ungeklärt sind</translation>
    </message>
    <message>
        <source>intended, sent, succeeded, failed, in_doubt or settled</source>
        <translation>intended, sent, succeeded, failed, in_doubt oder settled</translation>
    </message>
    <message>
        <source>Organizations: list, make, rename, delete them</source>
        <translation>Organisationen: auflisten, anlegen, umbenennen, löschen</translation>
    </message>
    <message>
        <source>Projects: list, make, rename, delete them</source>
        <translation>Projekte: auflisten, anlegen, umbenennen, löschen</translation>
    </message>
    <message>
        <source>List those of the local inventory</source>
        <translation>Die des lokalen Bestands auflisten</translation>
    </message>
    <message>
        <source>Say what shall change: --set FIELD=VALUE.</source>
        <translation>Sagen Sie, was sich ändern soll: --set FIELD=VALUE.</translation>
    </message>
    <message>
        <source>Its id, its name, or ORG/PROJECT</source>
        <translation>Seine ID, sein Name oder ORG/PROJECT</translation>
    </message>
    <message>
        <source>Make one</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Its name</source>
        <translation>Der Name</translation>
    </message>
    <message>
        <source>Where the secret of the key that comes with it goes</source>
        <translation>Wohin das Geheimnis des zugehörigen Schlüssels geht</translation>
    </message>
    <message>
        <source>In this organization, where there are several</source>
        <translation>In dieser Organisation, wo es mehrere gibt</translation>
    </message>
    <message>
        <source>Give one another name</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>The new name</source>
        <translation>Der neue Name</translation>
    </message>
    <message>
        <source>Delete one, and what is in it</source>
        <translation>Löschen, samt dem, was darin ist</translation>
    </message>
    <message>
        <source>Where the new secret goes</source>
        <translation>Wohin das neue Geheimnis geht</translation>
    </message>
    <message>
        <source>Give a key a new secret</source>
        <translation>Einem Schlüssel ein neues Geheimnis geben</translation>
    </message>
    <message>
        <source>How long the old secret goes on working, e.g. 24h</source>
        <translation>Wie lange das alte Geheimnis weiter gilt, z. B. 24h</translation>
    </message>
    <message>
        <source>Change what a key may do</source>
        <translation>Ändern, was ein Schlüssel darf</translation>
    </message>
    <message>
        <source>A field of the vendor&apos;s form</source>
        <translation>Ein Feld im Formular des Anbieters</translation>
    </message>
    <message>
        <source>Make a new key like this one, deliver it, end the old one</source>
        <translation>Einen gleichen neuen Schlüssel anlegen, übergeben, den alten beenden</translation>
    </message>
    <message>
        <source>A field that shall differ from the old key&apos;s</source>
        <translation>Ein Feld, das vom alten Schlüssel abweichen soll</translation>
    </message>
    <message>
        <source>How a program uses a key; without the secret</source>
        <translation>Wie ein Programm einen Schlüssel benutzt; ohne das Geheimnis</translation>
    </message>
    <message>
        <source>One of the languages only</source>
        <translation>Nur eine der Sprachen</translation>
    </message>
    <message>
        <source>Replacements of keys that have not ended</source>
        <translation>Nicht abgeschlossene Ersetzungen von Schlüsseln</translation>
    </message>
    <message>
        <source>Id of the replacement</source>
        <translation>ID der Ersetzung</translation>
    </message>
    <message>
        <source>List them, and what comes next</source>
        <translation>Auflisten, und was als Nächstes kommt</translation>
    </message>
    <message>
        <source>Go on with one</source>
        <translation>Eine fortsetzen</translation>
    </message>
    <message>
        <source>Where a new secret that is still held goes</source>
        <translation>Wohin ein noch vorgehaltenes neues Geheimnis geht</translation>
    </message>
    <message>
        <source>Leave both keys as they are</source>
        <translation>Beide Schlüssel lassen, wie sie sind</translation>
    </message>
    <message>
        <source>Where vendors send their events</source>
        <translation>Wohin Anbieter ihre Ereignisse senden</translation>
    </message>
    <message>
        <source>Of this project, where webhooks are in projects</source>
        <translation>Dieses Projekts, wo Webhooks zu Projekten gehören</translation>
    </message>
    <message>
        <source>Id or URL of the webhook</source>
        <translation>ID oder URL des Webhooks</translation>
    </message>
    <message>
        <source>List the webhooks</source>
        <translation>Die Webhooks auflisten</translation>
    </message>
    <message>
        <source>Make a webhook</source>
        <translation>Einen Webhook anlegen</translation>
    </message>
    <message>
        <source>Where it sends</source>
        <translation>Wohin er sendet</translation>
    </message>
    <message>
        <source>What it sends; may be repeated</source>
        <translation>Was er sendet; mehrfach möglich</translation>
    </message>
    <message>
        <source>Where the signing secret goes</source>
        <translation>Wohin das Signaturgeheimnis geht</translation>
    </message>
    <message>
        <source>Stop a webhook until it is resumed</source>
        <translation>Einen Webhook anhalten, bis er fortgesetzt wird</translation>
    </message>
    <message>
        <source>Let a paused webhook send again</source>
        <translation>Einen angehaltenen Webhook wieder senden lassen</translation>
    </message>
    <message>
        <source>Let a webhook send a test event</source>
        <translation>Einen Webhook ein Testereignis senden lassen</translation>
    </message>
    <message>
        <source>Delete a webhook</source>
        <translation>Einen Webhook löschen</translation>
    </message>
    <message>
        <source>Let one delivery be sent again</source>
        <translation>Eine Zustellung noch einmal senden lassen</translation>
    </message>
    <message>
        <source>Id of the delivery</source>
        <translation>ID der Zustellung</translation>
    </message>
    <message>
        <source>List what a webhook has sent</source>
        <translation>Auflisten, was ein Webhook gesendet hat</translation>
    </message>
    <message>
        <source>Save the audit log that the vendor keeps</source>
        <translation>Das Prüfprotokoll des Anbieters speichern</translation>
    </message>
    <message>
        <source>What the vendor shall search for</source>
        <translation>Wonach der Anbieter suchen soll</translation>
    </message>
    <message>
        <source>Replace what is in the file</source>
        <translation>Ersetzen, was in der Datei steht</translation>
    </message>
    <message>
        <source>Where new secrets can be delivered to</source>
        <translation>Wohin neue Geheimnisse überbracht werden können</translation>
    </message>
    <message>
        <source>List them, with their fields</source>
        <translation>Auflisten, mit ihren Feldern</translation>
    </message>
    <message>
        <source>Ask whether one would take a secret now; sends none</source>
        <translation>Fragen, ob eines jetzt ein Geheimnis nähme; sendet keines</translation>
    </message>
    <message>
        <source>keychain, file:PATH or [command:]NAME</source>
        <translation>keychain, file:PFAD oder [command:]NAME</translation>
    </message>
    <message>
        <source>A field of it; may be repeated</source>
        <translation>Ein Feld davon; mehrfach möglich</translation>
    </message>
    <message>
        <source>What is there already may be overwritten</source>
        <translation>Was schon da ist, darf überschrieben werden</translation>
    </message>
    <message>
        <source>Check a template of your own</source>
        <translation>Eine eigene Vorlage prüfen</translation>
    </message>
    <message>
        <source>The template</source>
        <translation>Die Vorlage</translation>
    </message>
    <message>
        <source>Say which keys in one way: name them, or filter them, or use --leaked-stdin.</source>
        <translation>Sagen Sie auf eine Art, welche Schlüssel: nennen, filtern oder --leaked-stdin.</translation>
    </message>
    <message>
        <source>--likely is for --leaked-stdin.</source>
        <translation>--likely gehört zu --leaked-stdin.</translation>
    </message>
    <message>
        <source>One change of many keys</source>
        <translation>Eine Änderung an vielen Schlüsseln</translation>
    </message>
    <message>
        <source>Stop many keys for good</source>
        <translation>Viele Schlüssel endgültig beenden</translation>
    </message>
    <message>
        <source>Stop many keys until they are enabled again</source>
        <translation>Viele Schlüssel anhalten, bis sie wieder aktiviert werden</translation>
    </message>
    <message>
        <source>Delete many keys</source>
        <translation>Viele Schlüssel löschen</translation>
    </message>
    <message>
        <source>refs, ACCOUNT/ID, ACCOUNT/NAME or NAME</source>
        <translation>Verweise, KONTO/KENNUNG, KONTO/NAME oder NAME</translation>
    </message>
    <message>
        <source>The keys whose secrets come on standard input, one on each line; compared on this machine only</source>
        <translation>Die Schlüssel, deren Geheimnisse auf der Standardeingabe kommen, eines je Zeile; nur auf diesem Rechner verglichen</translation>
    </message>
    <message>
        <source>Of those also the keys that only begin and end alike, where there is one</source>
        <translation>Davon auch Schlüssel, die nur gleich beginnen und enden, wenn es genau einer ist</translation>
    </message>
    <message>
        <source>List the bulk changes, and which can be gone on with</source>
        <translation>Die Sammeländerungen auflisten, und welche fortgesetzt werden können</translation>
    </message>
    <message>
        <source>What became of each key</source>
        <translation>Was aus jedem Schlüssel wurde</translation>
    </message>
    <message>
        <source>Go on with the keys that still wait</source>
        <translation>Mit den Schlüsseln fortfahren, die noch warten</translation>
    </message>
    <message>
        <source>Leave the keys that still wait as they are</source>
        <translation>Die Schlüssel, die noch warten, lassen, wie sie sind</translation>
    </message>
    <message>
        <source>Id of the bulk change</source>
        <translation>Kennung der Sammeländerung</translation>
    </message>
    <message>
        <source>Whose secrets these are: values on standard input, compared on this machine only</source>
        <translation>Wessen Geheimnisse das sind: Werte auf der Standardeingabe, nur auf diesem Rechner verglichen</translation>
    </message>
    <message>
        <source>The keychain of the desktop</source>
        <translation>Der Schlüsselbund des Desktops</translation>
    </message>
    <message>
        <source>Look whether it works, and what to do when it does not</source>
        <translation>Nachsehen, ob er funktioniert, und was sonst zu tun ist</translation>
    </message>
    <message>
        <source>--format is one of %1.</source>
        <translation>--format ist eines von %1.</translation>
    </message>
    <message>
        <source>--signing-key is keychain, env:VAR or file:PATH.</source>
        <translation>--signing-key ist keychain, env:VAR oder file:PATH.</translation>
    </message>
    <message>
        <source>One FILE at a time.</source>
        <translation>Nur eine FILE auf einmal.</translation>
    </message>
    <message>
        <source>An Ed25519 key in PEM form: env:VAR or file:PATH; else the keychain&apos;s own</source>
        <translation>Ein Ed25519-Schlüssel in PEM-Form: env:VAR oder file:PATH; sonst der eigene des Schlüsselbunds</translation>
    </message>
    <message>
        <source>Prove that a journal is whole</source>
        <translation>Beweisen, dass ein Journal vollständig ist</translation>
    </message>
    <message>
        <source>The signer&apos;s, as you know it by another way</source>
        <translation>Der der Signatur, wie Sie ihn auf anderem Weg kennen</translation>
    </message>
    <message>
        <source>--pin is the SHA-256 fingerprint of a certificate (64 hexadecimal digits, with or without colons), current or none.</source>
        <translation>--pin ist der SHA-256-Fingerabdruck eines Zertifikats (64 Hexadezimalziffern, mit oder ohne Doppelpunkte), current oder none.</translation>
    </message>
    <message>
        <source>Say what shall change: --url, --ca, --pin or --credential.</source>
        <translation>Sagen Sie, was sich ändern soll: --url, --ca, --pin oder --credential.</translation>
    </message>
    <message>
        <source>Accept this certificate of the server only: its SHA-256 fingerprint, current for the one that it shows now, or none</source>
        <translation>Nur dieses Zertifikat des Servers annehmen: sein SHA-256-Fingerabdruck, current für das, das er jetzt zeigt, oder none</translation>
    </message>
    <message>
        <source>Do not ask where a definition of your own sends the credential</source>
        <translation>Nicht fragen, wohin eine eigene Definition die Zugangsdaten sendet</translation>
    </message>
    <message>
        <source>--as is done or not-done.</source>
        <translation>--as ist done oder not-done.</translation>
    </message>
    <message>
        <source>--key goes with --as done only.</source>
        <translation>--key gehört nur zu --as done.</translation>
    </message>
    <message>
        <source>Say what became of an operation in doubt</source>
        <translation>Sagen, was aus einem ungewissen Vorgang geworden ist</translation>
    </message>
    <message>
        <source>Its id, as operations list shows it</source>
        <translation>Seine Kennung, wie operations list sie zeigt</translation>
    </message>
    <message>
        <source>Whether it took effect</source>
        <translation>Ob er gewirkt hat</translation>
    </message>
    <message>
        <source>Which of the candidates it made, where that is not certain</source>
        <translation>Welchen der Kandidaten er gemacht hat, wo das nicht gewiss ist</translation>
    </message>
    <message>
        <source>New secrets that are stored nowhere yet</source>
        <translation>Neue Geheimnisse, die noch nirgends abgelegt sind</translation>
    </message>
    <message>
        <source>List them; shows none</source>
        <translation>Sie auflisten; zeigt keines</translation>
    </message>
    <message>
        <source>Bring one to where it is needed</source>
        <translation>Eines dorthin bringen, wo es gebraucht wird</translation>
    </message>
    <message>
        <source>Its id, as secrets list shows it</source>
        <translation>Seine Kennung, wie secrets list sie zeigt</translation>
    </message>
    <message>
        <source>Where it goes</source>
        <translation>Wohin es geht</translation>
    </message>
    <message>
        <source>--sheet is one of %1.</source>
        <translation>--sheet ist eines von %1.</translation>
    </message>
    <message>
        <source>--sheet is for csv and jsonl: the others have all.</source>
        <translation>--sheet ist für csv und jsonl: Die anderen haben alle.</translation>
    </message>
    <message>
        <source>--outcome is one of %1.</source>
        <translation>--outcome ist eines von %1.</translation>
    </message>
    <message>
        <source>--fingerprint, --previous and --older are for a FILE.</source>
        <translation>--fingerprint, --previous und --older sind für eine DATEI.</translation>
    </message>
    <message>
        <source>Entries about this account only</source>
        <translation>Nur Einträge über dieses Konto</translation>
    </message>
    <message>
        <source>All about one key, from its making on: ref, ACCOUNT/NAME, ...</source>
        <translation>Alles über einen Schlüssel, von seiner Anlage an: ref, ACCOUNT/NAME, ...</translation>
    </message>
    <message>
        <source>key.create, ...; or key, for all that begin with &quot;key.&quot;</source>
        <translation>key.create, ...; oder key, für alle, die mit „key.“ beginnen</translation>
    </message>
    <message>
        <source>Of this writer only</source>
        <translation>Nur von diesem Schreiber</translation>
    </message>
    <message>
        <source>Entries in which each of these words occurs</source>
        <translation>Einträge, in denen jedes dieser Wörter vorkommt</translation>
    </message>
    <message>
        <source>Write the journal, an audit report or an evidence pack</source>
        <translation>Das Journal, einen Prüfbericht oder ein Nachweispaket schreiben</translation>
    </message>
    <message>
        <source>File to write; of a pack the folder</source>
        <translation>Datei, die geschrieben wird; bei einem Paket der Ordner</translation>
    </message>
    <message>
        <source>About this account only; may be repeated</source>
        <translation>Nur über dieses Konto; mehrfach möglich</translation>
    </message>
    <message>
        <source>Of an audit report, as csv or jsonl: %1</source>
        <translation>Aus einem Prüfbericht, als csv oder jsonl: %1</translation>
    </message>
    <message>
        <source>Which clauses of which standards ask for what</source>
        <translation>Welche Klauseln welcher Normen was verlangen</translation>
    </message>
    <message>
        <source>An export in JSON Lines or an evidence pack; without it the profile&apos;s own chain</source>
        <translation>Ein Export in JSON Lines oder ein Nachweispaket; sonst die eigene Kette des Profils</translation>
    </message>
    <message>
        <source>An older pack that this one has to go on from</source>
        <translation>Ein älteres Paket, an das dieses anschließen muss</translation>
    </message>
    <message>
        <source>It may be older than what was exported or verified here</source>
        <translation>Es darf älter sein als das, was hier exportiert oder geprüft wurde</translation>
    </message>
    <message>
        <source>Print the list of clauses, to edit it</source>
        <translation>Die Liste der Klauseln ausgeben, um sie zu bearbeiten</translation>
    </message>
    <message>
        <source>A field that is a secret: asked for without echo, or a line of standard input</source>
        <translation>Ein Feld, das geheim ist: wird ohne Echo erfragt, oder ist eine Zeile der Standardeingabe</translation>
    </message>
    <message>
        <source>--older-than is a number of days, from 1 to %1.</source>
        <translation>--older-than ist eine Zahl von Tagen, von 1 bis %1.</translation>
    </message>
    <message>
        <source>--rule is one of secret-held, admin-scope, older-than.</source>
        <translation>--rule ist eines von secret-held, admin-scope, older-than.</translation>
    </message>
    <message>
        <source>What needs an admin</source>
        <translation>Was einen Admin braucht</translation>
    </message>
    <message>
        <source>List the keys and held secrets that do; asks no vendor</source>
        <translation>Schlüssel und verwahrte Geheimnisse auflisten, die einen brauchen; fragt keinen Anbieter</translation>
    </message>
    <message>
        <source>secret-held, admin-scope or older-than</source>
        <translation>secret-held, admin-scope oder older-than</translation>
    </message>
    <message>
        <source>From which age on a secret is old; 90 days</source>
        <translation>Ab welchem Alter ein Geheimnis alt ist; 90 Tage</translation>
    </message>
    <message>
        <source>The team on PostgreSQL that shares what it finds and does</source>
        <translation>Das Team auf PostgreSQL, das teilt, was es findet und tut</translation>
    </message>
    <message>
        <source>Copy everything to a team, and go on doing so</source>
        <translation>Alles zu einem Team kopieren, jetzt und künftig</translation>
    </message>
    <message>
        <source>The password comes on standard input and is kept in the keychain</source>
        <translation>Das Passwort kommt über die Standardeingabe und bleibt im Schlüsselbund</translation>
    </message>
    <message>
        <source>Which team, since when, and what is not copied yet; asks nobody</source>
        <translation>Welches Team, seit wann, und was noch nicht kopiert ist; fragt niemanden</translation>
    </message>
    <message>
        <source>Copy both ways now, and compare every entry</source>
        <translation>Jetzt in beide Richtungen kopieren und jeden Eintrag vergleichen</translation>
    </message>
    <message>
        <source>Stop copying; what was copied stays</source>
        <translation>Nicht mehr kopieren; was kopiert wurde, bleibt</translation>
    </message>
    <message>
        <source>--kind is one of %1, or what these begin with.</source>
        <translation>--kind ist eines von %1, oder womit diese beginnen.</translation>
    </message>
    <message>
        <source>--from and --to are for --history.</source>
        <translation>--from und --to gelten für --history.</translation>
    </message>
    <message>
        <source>Every reading that is kept, oldest first; asks nobody</source>
        <translation>Jede aufbewahrte Ablesung, die älteste zuerst; fragt niemanden</translation>
    </message>
    <message>
        <source>With --history: from this date or time</source>
        <translation>Mit --history: ab diesem Datum oder Zeitpunkt</translation>
    </message>
    <message>
        <source>With --history: to the end of this date, or to this time</source>
        <translation>Mit --history: bis zum Ende dieses Datums oder bis zu diesem Zeitpunkt</translation>
    </message>
    <message>
        <source>intended, succeeded, accepted, failed, cancelled, in_doubt or settled</source>
        <translation>intended, succeeded, accepted, failed, cancelled, in_doubt oder settled</translation>
    </message>
    <message>
        <source>Name a key.</source>
        <translation>Nennen Sie einen Schlüssel.</translation>
    </message>
    <message>
        <source>--set takes one of %1.</source>
        <translation>--set nimmt eines von %1.</translation>
    </message>
    <message>
        <source>Say something of it: --set TOPIC=VALUE.</source>
        <translation>Sagen Sie etwas dazu: --set THEMA=WERT.</translation>
    </message>
    <message>
        <source>--decision is one of keep, reduce, revoke.</source>
        <translation>--decision ist eines von keep, reduce, revoke.</translation>
    </message>
    <message>
        <source>--rule is one of admin-scope, older-than.</source>
        <translation>--rule ist eines von admin-scope, older-than.</translation>
    </message>
    <message>
        <source>Write down what no vendor knows of keys: purpose, owner, ...</source>
        <translation>Festhalten, was kein Anbieter von Schlüsseln weiß: Zweck, Verantwortliche, ...</translation>
    </message>
    <message>
        <source>%1; an empty value takes it back</source>
        <translation>%1; ein leerer Wert nimmt es zurück</translation>
    </message>
    <message>
        <source>Write down what a review of keys came to</source>
        <translation>Das Ergebnis einer Prüfung von Schlüsseln festhalten</translation>
    </message>
    <message>
        <source>keep, reduce or revoke; nothing is done</source>
        <translation>keep, reduce oder revoke; getan wird nichts</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Findings that are accepted for a time</source>
        <translation>Befunde, die eine Zeit lang akzeptiert sind</translation>
    </message>
    <message>
        <source>List those that were not ended</source>
        <translation>Die nicht beendeten auflisten</translation>
    </message>
    <message>
        <source>Accept a finding about keys until a day</source>
        <translation>Einen Befund zu Schlüsseln bis zu einem Tag akzeptieren</translation>
    </message>
    <message>
        <source>admin-scope or older-than</source>
        <translation>admin-scope oder older-than</translation>
    </message>
    <message>
        <source>Who approved it</source>
        <translation>Wer es genehmigt hat</translation>
    </message>
    <message>
        <source>End an exception before its time</source>
        <translation>Eine Ausnahme vor ihrer Zeit beenden</translation>
    </message>
    <message>
        <source>--set has %1 twice.</source>
        <translation>--set hat %1 zweimal.</translation>
    </message>
    <message>
        <source>Write down that management acknowledges the last review</source>
        <translation>Festhalten, dass die Leitung die letzte Prüfung bestätigt</translation>
    </message>
    <message>
        <source>Who in management acknowledges it</source>
        <translation>Wer in der Leitung sie bestätigt</translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::Confirmation</name>
    <message>
        <source>Enable</source>
        <translation>Aktivieren</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Deaktivieren</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; (%2) of %3</source>
        <translation>„%1“ (%2) in %3</translation>
    </message>
    <message>
        <source>Type yes to go on:</source>
        <translation>Geben Sie ja ein, um fortzufahren:</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>This takes something away, and there is no terminal to ask on.</source>
        <translation>Das nimmt etwas weg, und es gibt kein Terminal für eine Rückfrage.</translation>
    </message>
    <message>
        <source>Add --yes if it is meant. Nothing was sent.</source>
        <translation>Fügen Sie --yes hinzu, wenn es so gemeint ist. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Nothing was done.</source>
        <translation>Es wurde nichts getan.</translation>
    </message>
    <message>
        <source>%1 %2?</source>
        <translation>%1: %2?</translation>
    </message>
    <message>
        <source>Last used: %1</source>
        <translation>Zuletzt benutzt: %1</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>%1 is the credential of this account itself: after this, Chatelaine cannot reach it any more.
Type the key&apos;s name to go on:</source>
        <translation>%1 gehört zu den Zugangsdaten dieses Kontos selbst: Danach kann Chatelaine es nicht mehr erreichen.
Geben Sie den Namen des Schlüssels ein, um fortzufahren:</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is the credential of this account itself.</source>
        <translation>„%1“ gehört zu den Zugangsdaten dieses Kontos selbst.</translation>
    </message>
    <message>
        <source>Run this on a terminal, where its name can be typed; --yes is not enough for it. Nothing was sent.</source>
        <translation>Führen Sie das in einem Terminal aus, wo der Name eingegeben werden kann; --yes genügt dafür nicht. Es wurde nichts gesendet.</translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::ContainerChangeJob</name>
    <message>
        <source>%1 has no &quot;%2&quot; here.</source>
        <translation>%1 hat hier kein „%2“.</translation>
    </message>
    <message>
        <source>Its API changes nothing of that kind.</source>
        <translation>Seine API ändert nichts dieser Art.</translation>
    </message>
    <message>
        <source>What exists: %1.</source>
        <translation>Möglich ist: %1.</translation>
    </message>
    <message>
        <source>Delete &quot;%1&quot; of %2?</source>
        <translation>„%1“ von %2 löschen?</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) go with it:</source>
        <translation>
            <numerusform>%n Schlüssel verschwindet mit:</numerusform>
            <numerusform>%n Schlüssel verschwinden mit:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>The credential of this account itself is in &quot;%1&quot;.</source>
        <translation>In „%1“ liegen die Zugangsdaten dieses Kontos selbst.</translation>
    </message>
    <message>
        <source>Run this on a terminal, where the name can be typed; --yes is not enough for it. Nothing was sent.</source>
        <translation>Führen Sie das in einem Terminal aus, wo der Name getippt werden kann; --yes genügt dafür nicht. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The credential of this account itself is among them: after this, Chatelaine cannot reach it any more.
Type the name of what is deleted to go on:</source>
        <translation>Die Zugangsdaten dieses Kontos selbst gehören dazu: Danach kann Chatelaine es nicht mehr erreichen.
Tippen Sie den Namen dessen, was gelöscht wird, um fortzufahren:</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is now &quot;%2&quot;.</source>
        <translation>„%1“ heißt jetzt „%2“.</translation>
    </message>
    <message>
        <source>Deleted &quot;%1&quot;.</source>
        <translation>„%1“ wurde gelöscht.</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) went with it.</source>
        <translation>
            <numerusform>%n Schlüssel ist mit verschwunden.</numerusform>
            <numerusform>%n Schlüssel sind mit verschwunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>The vendor agreed; that it took effect is not proven yet.</source>
        <translation>Der Anbieter hat zugestimmt; dass es wirksam ist, ist noch nicht belegt.</translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::ContainerCreateJob</name>
    <message>
        <source>A key comes with it: say where its secret goes, with --deliver stdout or --deliver keychain.</source>
        <translation>Ein Schlüssel gehört dazu: Sagen Sie mit --deliver stdout oder --deliver keychain, wohin sein Geheimnis geht.</translation>
    </message>
    <message>
        <source>No key comes with it; leave --deliver out.</source>
        <translation>Es gehört kein Schlüssel dazu; lassen Sie --deliver weg.</translation>
    </message>
    <message>
        <source>Say in which organization: --org ORG. (See: chatelainectl orgs list)</source>
        <translation>Sagen Sie, in welcher Organisation: --org ORG. (Siehe: chatelainectl orgs list)</translation>
    </message>
    <message>
        <source>Created &quot;%1&quot;.</source>
        <translation>„%1“ wurde angelegt.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was made, but the secret of the key that came with it was not delivered.</source>
        <translation>„%1“ wurde angelegt, aber das Geheimnis des zugehörigen Schlüssels wurde nicht übergeben.</translation>
    </message>
    <message>
        <source>Created &quot;%1&quot;, and a key with it.</source>
        <translation>„%1“ und damit einen Schlüssel angelegt.</translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::ContainersJob</name>
    <message>
        <source>NAME</source>
        <translation>NAME</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>IN</source>
        <translation>IN</translation>
    </message>
    <message>
        <source>ACCOUNT</source>
        <translation>KONTO</translation>
    </message>
    <message>
        <source>KEYS</source>
        <translation>SCHLÜSSEL</translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::DeliveriesJob</name>
    <message>
        <source>TIME</source>
        <translation>ZEIT</translation>
    </message>
    <message>
        <source>EVENT</source>
        <translation>EREIGNIS</translation>
    </message>
    <message>
        <source>STATUS</source>
        <translation>STATUS</translation>
    </message>
    <message>
        <source>DETAIL</source>
        <translation>EINZELHEIT</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::DeliveringJob</name>
    <message>
        <source>Warning: %1 The new secret cannot be held: if it gets lost on its way from standard output, it is lost for good.</source>
        <translation>Warnung: %1 Das neue Geheimnis kann nicht vorgehalten werden: Geht es auf dem Weg von der Standardausgabe verloren, ist es endgültig verloren.</translation>
    </message>
    <message>
        <source>Standard output did not take the secret.</source>
        <translation>Die Standardausgabe hat das Geheimnis nicht angenommen.</translation>
    </message>
    <message>
        <source>The secret was delivered, but its held copy could not be removed: %1</source>
        <translation>Das Geheimnis wurde übergeben, aber seine vorgehaltene Kopie konnte nicht entfernt werden: %1</translation>
    </message>
    <message>
        <source>The secret is lost. Revoke or delete what was made, and make another.</source>
        <translation>Das Geheimnis ist verloren. Widerrufen oder löschen Sie das Angelegte, und legen Sie es neu an.</translation>
    </message>
    <message>
        <source>Warning: %1 The new secret cannot be held: if its delivery fails, it is lost for good.</source>
        <translation>Warnung: %1 Das neue Geheimnis kann nicht aufbewahrt werden: Misslingt das Überbringen, ist es endgültig verloren.</translation>
    </message>
    <message>
        <source>The secret is in the keychain.</source>
        <translation>Das Geheimnis liegt im Schlüsselbund.</translation>
    </message>
    <message>
        <source>The secret was delivered to %1, and read back.</source>
        <translation>Das Geheimnis wurde an %1 überbracht und zurückgelesen.</translation>
    </message>
    <message>
        <source>The secret was delivered to %1; it could not be read back.</source>
        <translation>Das Geheimnis wurde an %1 überbracht; es konnte nicht zurückgelesen werden.</translation>
    </message>
    <message>
        <source>The secret is held in the keychain; Chatelaine&apos;s window offers it again, and &quot;chatelainectl secrets deliver&quot; brings it to another place.</source>
        <translation>Das Geheimnis wird im Schlüsselbund gehalten; das Fenster von Chatelaine bietet es wieder an, und „chatelainectl secrets deliver“ bringt es an einen anderen Ort.</translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::DestinationsJob</name>
    <message>
        <source>DESTINATION</source>
        <translation>ZIEL</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NAME</translation>
    </message>
    <message>
        <source>FIELDS</source>
        <translation>FELDER</translation>
    </message>
    <message>
        <source>READ BACK</source>
        <translation>ZURÜCKGELESEN</translation>
    </message>
    <message>
        <source>TEMPLATE</source>
        <translation>VORLAGE</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>A secret would be taken.</source>
        <translation>Ein Geheimnis würde angenommen.</translation>
    </message>
    <message>
        <source>Would run: %1</source>
        <translation>Würde ausführen: %1</translation>
    </message>
    <message>
        <source>%1 is a valid template.</source>
        <translation>%1 ist eine gültige Vorlage.</translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::Documents</name>
    <message>
        <source>%1 has never been read.</source>
        <translation>%1 wurde noch nie gelesen.</translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::ExceptionsJob</name>
    <message>
        <source>UNTIL</source>
        <translation>BIS</translation>
    </message>
    <message>
        <source>RULE</source>
        <translation>REGEL</translation>
    </message>
    <message>
        <source>ACCOUNT</source>
        <translation>KONTO</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NAME</translation>
    </message>
    <message>
        <source>APPROVER</source>
        <translation>GENEHMIGT VON</translation>
    </message>
    <message>
        <source>REASON</source>
        <translation>GRUND</translation>
    </message>
    <message>
        <source>REF</source>
        <translation>REF</translation>
    </message>
    <message>
        <source>%1, over</source>
        <translation>%1, abgelaufen</translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::FindingsJob</name>
    <message>
        <source>SEVERITY</source>
        <translation>SCHWERE</translation>
    </message>
    <message>
        <source>RULE</source>
        <translation>REGEL</translation>
    </message>
    <message>
        <source>ACCOUNT</source>
        <translation>KONTO</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NAME</translation>
    </message>
    <message>
        <source>SINCE</source>
        <translation>SEIT</translation>
    </message>
    <message>
        <source>WHY</source>
        <translation>WARUM</translation>
    </message>
    <message>
        <source>REF</source>
        <translation>REF</translation>
    </message>
    <message>
        <source>ACCEPTED UNTIL</source>
        <translation>AKZEPTIERT BIS</translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::FormValues</name>
    <message>
        <source>%1 is one of %2.</source>
        <translation>%1 ist einer dieser Werte: %2.</translation>
    </message>
    <message>
        <source>%1 takes one value only.</source>
        <translation>%1 nimmt nur einen Wert.</translation>
    </message>
    <message>
        <source>%1 is a whole number.</source>
        <translation>%1 ist eine ganze Zahl.</translation>
    </message>
    <message>
        <source>%1 is true or false.</source>
        <translation>%1 ist true oder false.</translation>
    </message>
    <message>
        <source>%1 is given twice.</source>
        <translation>%1 ist zweimal angegeben.</translation>
    </message>
    <message>
        <source>%1 wants a value for %2 (%3): --set %2=...</source>
        <translation>%1 verlangt einen Wert für %2 (%3): --set %2=...</translation>
    </message>
    <message>
        <source>%1 has no %2 here. The fields: %3.</source>
        <translation>%1 hat hier kein %2. Die Felder: %3.</translation>
    </message>
    <message>
        <source>%1 is a secret, and a secret is never an argument: --secret %1</source>
        <translation>%1 ist geheim, und ein Geheimnis ist nie ein Argument: --secret %1</translation>
    </message>
    <message>
        <source>%1 wants a value for %2 (%3): --secret %2</source>
        <translation>%1 braucht einen Wert für %2 (%3): --secret %2</translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::Job</name>
    <message>
        <source>The result could not be written to standard output.</source>
        <translation>Das Ergebnis konnte nicht in die Standardausgabe geschrieben werden.</translation>
    </message>
    <message>
        <source>There is no account of this name: %1</source>
        <translation>Ein Konto dieses Namens gibt es nicht: %1</translation>
    </message>
    <message>
        <source>Add one: chatelainectl accounts add</source>
        <translation>Fügen Sie eines hinzu: chatelainectl accounts add</translation>
    </message>
    <message>
        <source>There are: %1</source>
        <translation>Es gibt: %1</translation>
    </message>
    <message>
        <source>The program says: %1</source>
        <translation>Das Programm sagt: %1</translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::KeyAddJob</name>
    <message>
        <source>Secret of &quot;%1&quot;</source>
        <translation>Geheimnis von „%1“</translation>
    </message>
    <message>
        <source>Added %1.</source>
        <translation>%1 wurde hinzugefügt.</translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::KeyChangeJob</name>
    <message>
        <source>Enabled &quot;%1&quot;.</source>
        <translation>„%1“ wurde aktiviert.</translation>
    </message>
    <message>
        <source>Disabled &quot;%1&quot;.</source>
        <translation>„%1“ wurde deaktiviert.</translation>
    </message>
    <message>
        <source>Revoked &quot;%1&quot;.</source>
        <translation>„%1“ wurde widerrufen.</translation>
    </message>
    <message>
        <source>Deleted &quot;%1&quot;.</source>
        <translation>„%1“ wurde gelöscht.</translation>
    </message>
    <message>
        <source>The vendor now says: %1.</source>
        <translation>Der Anbieter sagt jetzt: %1.</translation>
    </message>
    <message>
        <source>Not proven: %1 of &quot;%2&quot;.</source>
        <translation>Nicht bewiesen: %1 von „%2“.</translation>
    </message>
    <message>
        <source>Sync the account and look at the key again. If it has not changed then, repeat this, or do it on the vendor&apos;s own pages.</source>
        <translation>Synchronisieren Sie das Konto, und sehen Sie den Schlüssel noch einmal an. Hat er sich dann nicht geändert, wiederholen Sie dies, oder tun Sie es auf den Seiten des Anbieters.</translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::KeyCheckJob</name>
    <message>
        <source>%1 has no way to check keys of the kind &quot;%2&quot; at no cost.</source>
        <translation>%1 bietet keinen kostenlosen Weg, Schlüssel der Art „%2“ zu prüfen.</translation>
    </message>
    <message>
        <source>Secret of &quot;%1&quot;</source>
        <translation>Geheimnis von „%1“</translation>
    </message>
    <message>
        <source>Rate limit: %1 of %2 left</source>
        <translation>Anfragegrenze: noch %1 von %2</translation>
    </message>
    <message>
        <source>, until %1</source>
        <translation>, bis %1</translation>
    </message>
    <message>
        <source>A payment was asked for that cannot be read: %1</source>
        <translation>Es wurde eine Zahlung verlangt, die nicht lesbar ist: %1</translation>
    </message>
    <message>
        <source>A payment is asked for: %1 of %2 to %3, by %4</source>
        <translation>Es wird eine Zahlung verlangt: %1 von %2 an %3, bis %4</translation>
    </message>
    <message>
        <source>Nothing was paid.</source>
        <translation>Es wurde nichts gezahlt.</translation>
    </message>
    <message>
        <source>Served as: %1</source>
        <translation>Bedient als: %1</translation>
    </message>
    <message>
        <source>A payment was confirmed: %1 (%2)</source>
        <translation>Eine Zahlung wurde bestätigt: %1 (%2)</translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::KeyCreateJob</name>
    <message>
        <source>The key %1 was made, but its secret was not delivered.</source>
        <translation>Der Schlüssel %1 wurde angelegt, aber sein Geheimnis wurde nicht übergeben.</translation>
    </message>
    <message>
        <source>Created %1.</source>
        <translation>%1 angelegt.</translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::KeyReplaceJob</name>
    <message>
        <source>Not taken over from the old key: %1</source>
        <translation>Nicht vom alten Schlüssel übernommen: %1</translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::KeyRotateJob</name>
    <message>
        <source>The old secret works until %1.</source>
        <translation>Das alte Geheimnis gilt bis %1.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was rotated, but its new secret was not delivered.</source>
        <translation>„%1“ wurde rotiert, aber das neue Geheimnis wurde nicht übergeben.</translation>
    </message>
    <message>
        <source>Rotated &quot;%1&quot;.</source>
        <translation>„%1“ erneuert.</translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::KeySnippetJob</name>
    <message>
        <source>%1 does not say how programs use such keys.</source>
        <translation>%1 sagt nicht, wie Programme solche Schlüssel benutzen.</translation>
    </message>
    <message>
        <source>The environment variable: %1</source>
        <translation>Die Umgebungsvariable: %1</translation>
    </message>
    <message>
        <source>--language is one of %1.</source>
        <translation>--language ist eines von %1.</translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::KeyUpdateJob</name>
    <message>
        <source>Changed &quot;%1&quot;.</source>
        <translation>„%1“ wurde geändert.</translation>
    </message>
    <message>
        <source>Not proven: &quot;%1&quot; has what was asked for.</source>
        <translation>Nicht bewiesen: „%1“ hat, was verlangt wurde.</translation>
    </message>
    <message>
        <source>The vendor agreed, but does not show it. Sync the account and look at the key again.</source>
        <translation>Der Anbieter hat zugestimmt, zeigt es aber nicht. Gleichen Sie das Konto ab und sehen Sie den Schlüssel wieder an.</translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::KeychainCheckJob</name>
    <message>
        <source>nobody who answers</source>
        <translation>niemandem, der antwortet</translation>
    </message>
    <message>
        <source>The keychain works. It is kept by %1.</source>
        <translation>Der Schlüsselbund funktioniert. Er wird von %1 verwaltet.</translation>
    </message>
    <message>
        <source>The keychain does not work. It is kept by %1.</source>
        <translation>Der Schlüsselbund funktioniert nicht. Er wird von %1 verwaltet.</translation>
    </message>
    <message>
        <source>The default keyring is &quot;%1&quot;.</source>
        <translation>Der Standardschlüsselbund ist „%1“.</translation>
    </message>
    <message>
        <source>STEP</source>
        <translation>SCHRITT</translation>
    </message>
    <message>
        <source>MILLISECONDS</source>
        <translation>MILLISEKUNDEN</translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::KeysIdentifyJob</name>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::KeysListJob</name>
    <message>
        <source>NAME</source>
        <translation>NAME</translation>
    </message>
    <message>
        <source>STATE</source>
        <translation>ZUSTAND</translation>
    </message>
    <message>
        <source>MASK</source>
        <translation>MASKE</translation>
    </message>
    <message>
        <source>KIND</source>
        <translation>ART</translation>
    </message>
    <message>
        <source>SCOPES</source>
        <translation>BERECHTIGUNGEN</translation>
    </message>
    <message>
        <source>ENVIRONMENT</source>
        <translation>UMGEBUNG</translation>
    </message>
    <message>
        <source>PROJECT</source>
        <translation>PROJEKT</translation>
    </message>
    <message>
        <source>CREATED</source>
        <translation>ANGELEGT</translation>
    </message>
    <message>
        <source>LAST USED</source>
        <translation>ZULETZT BENUTZT</translation>
    </message>
    <message>
        <source>EXPIRES</source>
        <translation>LÄUFT AB</translation>
    </message>
    <message>
        <source>REF</source>
        <translation>REFERENZ</translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::KeysSayJob</name>
    <message>
        <source>Nothing of it is new: nothing was written.</source>
        <translation>Nichts davon ist neu: es wurde nichts geschrieben.</translation>
    </message>
    <message numerus="yes">
        <source>Written into the journal, for %n key(s).</source>
        <translation>
            <numerusform>Ins Journal geschrieben, für %n Schlüssel.</numerusform>
            <numerusform>Ins Journal geschrieben, für %n Schlüssel.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::KeysShowJob</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Ref</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>In</source>
        <translation>In</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Maskierter Wert</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Created by</source>
        <translation>Angelegt von</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Zuletzt gesehen</translation>
    </message>
    <message>
        <source>Ended by us</source>
        <translation>Von hier beendet</translation>
    </message>
    <message>
        <source>This is the credential of the account itself.</source>
        <translation>Das sind die Zugangsdaten des Kontos selbst.</translation>
    </message>
    <message>
        <source>Its secret is in the keychain.</source>
        <translation>Sein Geheimnis ist im Schlüsselbund.</translation>
    </message>
    <message>
        <source>Reviewed: %1, %2, by %3: %4</source>
        <translation>Geprüft: %1, %2, von %3: %4</translation>
    </message>
    <message>
        <source>Exception from %1 until %2, approved by %3: %4</source>
        <translation>Ausnahme von %1 bis %2, genehmigt von %3: %4</translation>
    </message>
    <message>
        <source>Exception from %1, over since %2, approved by %3: %4</source>
        <translation>Ausnahme von %1, abgelaufen seit %2, genehmigt von %3: %4</translation>
    </message>
    <message>
        <source>Acknowledged: %1, %2, written down by %3</source>
        <translation>Bestätigt: %1, %2, festgehalten von %3</translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::OperationsJob</name>
    <message>
        <source>INTENDED</source>
        <translation>BEABSICHTIGT</translation>
    </message>
    <message>
        <source>ACCOUNT</source>
        <translation>KONTO</translation>
    </message>
    <message>
        <source>VERB</source>
        <translation>AKTION</translation>
    </message>
    <message>
        <source>OBJECT</source>
        <translation>OBJEKT</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NAME</translation>
    </message>
    <message>
        <source>STATE</source>
        <translation>ZUSTAND</translation>
    </message>
    <message>
        <source>MAY HAVE MADE</source>
        <translation>HAT WOHL ERZEUGT</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>KENNUNG</translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::Output</name>
    <message>
        <source>As of %1.</source>
        <translation>Stand: %1.</translation>
    </message>
    <message>
        <source>This list is INCOMPLETE.</source>
        <translation>Diese Liste ist UNVOLLSTÄNDIG.</translation>
    </message>
    <message>
        <source>The vendor says: %1</source>
        <translation>Der Anbieter sagt: %1</translation>
    </message>
    <message>
        <source>Not before %1.</source>
        <translation>Nicht vor %1.</translation>
    </message>
    <message>
        <source>Request id: %1</source>
        <translation>Anfrage-ID: %1</translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::ProvidersJob</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation>Basis-URL</translation>
    </message>
    <message>
        <source>Documentation</source>
        <translation>Dokumentation</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Dashboard</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Definition</translation>
    </message>
    <message>
        <source>Credential %1</source>
        <translation>Zugangsdaten %1</translation>
    </message>
    <message>
        <source> (optional)</source>
        <translation> (optional)</translation>
    </message>
    <message>
        <source>KIND</source>
        <translation>ART</translation>
    </message>
    <message>
        <source>LEVEL</source>
        <translation>EBENE</translation>
    </message>
    <message>
        <source>VERBS</source>
        <translation>AKTIONEN</translation>
    </message>
    <message>
        <source>FIELDS OF A NEW KEY</source>
        <translation>FELDER EINES NEUEN SCHLÜSSELS</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NAME</translation>
    </message>
    <message>
        <source>KINDS</source>
        <translation>ARTEN</translation>
    </message>
    <message>
        <source>DEFINITION</source>
        <translation>DEFINITION</translation>
    </message>
    <message>
        <source>There is no provider of this id: %1</source>
        <translation>Einen Anbieter mit dieser ID gibt es nicht: %1</translation>
    </message>
    <message>
        <source>There are: %1</source>
        <translation>Es gibt: %1</translation>
    </message>
    <message>
        <source>%1 is a valid definition of %2 (%3).</source>
        <translation>%1 ist eine gültige Definition von %2 (%3).</translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::QuotaJob</name>
    <message>
        <source>QUOTA</source>
        <translation>KONTINGENT</translation>
    </message>
    <message>
        <source>USED</source>
        <translation>GENUTZT</translation>
    </message>
    <message>
        <source>LIMIT</source>
        <translation>GRENZE</translation>
    </message>
    <message>
        <source>UNIT</source>
        <translation>EINHEIT</translation>
    </message>
    <message>
        <source>RESETS</source>
        <translation>NEUBEGINN</translation>
    </message>
    <message>
        <source>OBSERVED</source>
        <translation>GELESEN</translation>
    </message>
    <message>
        <source>%1 first: %2</source>
        <translation>zuerst %1: %2</translation>
    </message>
    <message>
        <source>not known: %1 of %2 full days</source>
        <translation>nicht bekannt: %1 von %2 vollen Tagen</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>nicht genutzt</translation>
    </message>
    <message>
        <source>not before the reset</source>
        <translation>nicht vor dem Neubeginn</translation>
    </message>
    <message>
        <source>not within ten years</source>
        <translation>nicht in zehn Jahren</translation>
    </message>
    <message>
        <source>used up</source>
        <translation>aufgebraucht</translation>
    </message>
    <message>
        <source>from %1, or not</source>
        <translation>ab %1 oder gar nicht</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>RUNS OUT</source>
        <translation>REICHT BIS</translation>
    </message>
    <message>
        <source>%1 offers no quotas through its API.</source>
        <translation>%1 bietet über seine API keine Kontingente an.</translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::Readers</name>
    <message>
        <source>--from must be before --to.</source>
        <translation>--from muss vor --to liegen.</translation>
    </message>
    <message>
        <source>Name a file: file:PATH.</source>
        <translation>Nennen Sie eine Datei: file:PFAD.</translation>
    </message>
    <message>
        <source>--deliver is stdout, keychain, file:PATH or command:NAME. (See: chatelainectl destinations list)</source>
        <translation>--deliver ist stdout, keychain, file:PFAD oder command:NAME. (Siehe: chatelainectl destinations list)</translation>
    </message>
    <message>
        <source>Only command:NAME has fields to be set.</source>
        <translation>Nur command:NAME hat Felder zum Setzen.</translation>
    </message>
    <message>
        <source>A field of command:NAME; may be repeated</source>
        <translation>Ein Feld von command:NAME; mehrfach möglich</translation>
    </message>
    <message>
        <source>Overwrite what the destination has there already</source>
        <translation>Überschreiben, was das Ziel dort schon hat</translation>
    </message>
    <message>
        <source>Of this account only</source>
        <translation>Nur dieses Kontos</translation>
    </message>
    <message>
        <source>Of this project only: an id, NAME or ORG/PROJECT</source>
        <translation>Nur dieses Projekts: eine Kennung, NAME oder ORG/PROJEKT</translation>
    </message>
    <message>
        <source>Of this kind only</source>
        <translation>Nur dieser Art</translation>
    </message>
    <message>
        <source>In this state only; may be repeated</source>
        <translation>Nur in diesem Zustand; mehrfach möglich</translation>
    </message>
    <message>
        <source>With all of these words</source>
        <translation>Mit allen diesen Wörtern</translation>
    </message>
    <message>
        <source>--state is one of active, disabled, rotating, expired, revoked, deleted, unknown.</source>
        <translation>--state ist eines von active, disabled, rotating, expired, revoked, deleted, unknown.</translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::ReplacementChangeJob</name>
    <message>
        <source>End &quot;%1&quot; (%2) of %3, once the secret of its replacement is stored?
Last used: %4
Whatever still uses the old key is refused then.</source>
        <translation>„%1“ (%2) von %3 beenden, sobald das Geheimnis des Ersatzes gespeichert ist?
Zuletzt benutzt: %4
Was den alten Schlüssel dann noch benutzt, wird abgewiesen.</translation>
    </message>
    <message>
        <source>Abandoned. Both keys stay as they are.</source>
        <translation>Aufgegeben. Beide Schlüssel bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Say where the new secret goes: --deliver stdout or --deliver keychain.</source>
        <translation>Sagen Sie, wohin das neue Geheimnis geht: --deliver stdout oder --deliver keychain.</translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::ReplacementsListJob</name>
    <message>
        <source>STARTED</source>
        <translation>BEGONNEN</translation>
    </message>
    <message>
        <source>ACCOUNT</source>
        <translation>KONTO</translation>
    </message>
    <message>
        <source>OLD KEY</source>
        <translation>ALTER SCHLÜSSEL</translation>
    </message>
    <message>
        <source>STEP</source>
        <translation>SCHRITT</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>WHAT COMES NEXT</source>
        <translation>WAS ALS NÄCHSTES KOMMT</translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::ReplacingJob</name>
    <message>
        <source>The new key &quot;%1&quot; was made, but its secret was not delivered; the old key stays. Go on with: chatelainectl replacements resume %2 --deliver ...</source>
        <translation>Der neue Schlüssel „%1“ wurde angelegt, aber sein Geheimnis wurde nicht übergeben; der alte bleibt. Weiter mit: chatelainectl replacements resume %2 --deliver ...</translation>
    </message>
    <message>
        <source>Go on with: chatelainectl replacements resume %1</source>
        <translation>Weiter mit: chatelainectl replacements resume %1</translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::SecretsDeliverJob</name>
    <message>
        <source>No secret of this id is held.</source>
        <translation>Kein Geheimnis mit dieser Kennung wird gehalten.</translation>
    </message>
    <message>
        <source>See: chatelainectl secrets list</source>
        <translation>Siehe: chatelainectl secrets list</translation>
    </message>
    <message>
        <source>Secret of &quot;%1&quot;.</source>
        <translation>Geheimnis von „%1“.</translation>
    </message>
    <message>
        <source>The secret of &quot;%1&quot; was not delivered.</source>
        <translation>Das Geheimnis von „%1“ wurde nicht zugestellt.</translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::SecretsListJob</name>
    <message>
        <source>ID</source>
        <translation>KENNUNG</translation>
    </message>
    <message>
        <source>ACCOUNT</source>
        <translation>KONTO</translation>
    </message>
    <message>
        <source>OBJECT</source>
        <translation>GEGENSTAND</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NAME</translation>
    </message>
    <message>
        <source>HELD SINCE</source>
        <translation>GEHALTEN SEIT</translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::SettleJob</name>
    <message>
        <source>No operation of this id is in doubt.</source>
        <translation>Kein Vorgang mit dieser Kennung ist ungewiss.</translation>
    </message>
    <message>
        <source>See: chatelainectl operations list --state in_doubt</source>
        <translation>Siehe: chatelainectl operations list --state in_doubt</translation>
    </message>
    <message>
        <source>No key is known that it may have made.</source>
        <translation>Es ist kein Schlüssel bekannt, den er gemacht haben könnte.</translation>
    </message>
    <message>
        <source>Sync the account and look again.</source>
        <translation>Gleichen Sie das Konto ab und sehen Sie wieder nach.</translation>
    </message>
    <message>
        <source>It is not certain which key it made: %1.</source>
        <translation>Es ist nicht gewiss, welchen Schlüssel er gemacht hat: %1.</translation>
    </message>
    <message>
        <source>Name one of them with --key.</source>
        <translation>Nennen Sie einen davon mit --key.</translation>
    </message>
    <message>
        <source>Settled: %1 of &quot;%2&quot; took effect.</source>
        <translation>Geklärt: %1 von „%2“ hat gewirkt.</translation>
    </message>
    <message>
        <source>Settled: %1 of &quot;%2&quot; had no effect.</source>
        <translation>Geklärt: %1 von „%2“ hatte keine Wirkung.</translation>
    </message>
    <message>
        <source>Its secret is held; see: chatelainectl secrets list</source>
        <translation>Sein Geheimnis wird gehalten; siehe: chatelainectl secrets list</translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::SyncJob</name>
    <message>
        <source>%1 asks us to wait until %2.</source>
        <translation>%1 bittet darum, bis %2 zu warten.</translation>
    </message>
    <message>
        <source>ACCOUNT</source>
        <translation>KONTO</translation>
    </message>
    <message>
        <source>KEYS</source>
        <translation>SCHLÜSSEL</translation>
    </message>
    <message>
        <source>NEW</source>
        <translation>NEU</translation>
    </message>
    <message>
        <source>CHANGED</source>
        <translation>GEÄNDERT</translation>
    </message>
    <message>
        <source>GONE</source>
        <translation>VERSCHWUNDEN</translation>
    </message>
    <message>
        <source>RESULT</source>
        <translation>ERGEBNIS</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>vollständig</translation>
    </message>
    <message>
        <source>INCOMPLETE</source>
        <translation>UNVOLLSTÄNDIG</translation>
    </message>
    <message>
        <source>NOT READ</source>
        <translation>NICHT GELESEN</translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::Table</name>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>not since %1</source>
        <translation>nicht seit %1</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::TeamJoinJob</name>
    <message>
        <source>Password for the team&apos;s database: </source>
        <translation>Passwort für die Datenbank des Teams: </translation>
    </message>
    <message>
        <source>Joined the team.</source>
        <translation>Dem Team beigetreten.</translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::TeamLeaveJob</name>
    <message>
        <source>Left the team. What was copied stays here and there.</source>
        <translation>Das Team verlassen. Was kopiert wurde, bleibt hier und dort.</translation>
    </message>
    <message>
        <source>The team did not answer: some entries are only here. They are copied when you join again.</source>
        <translation>Das Team hat nicht geantwortet: Einige Einträge sind nur hier. Sie werden kopiert, wenn Sie wieder beitreten.</translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::TeamStatusJob</name>
    <message>
        <source>Team: %1</source>
        <translation>Team: %1</translation>
    </message>
    <message>
        <source>Last contact: %1</source>
        <translation>Letzter Kontakt: %1</translation>
    </message>
    <message>
        <source>Offline since %1.</source>
        <translation>Offline seit %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n journal entries not yet copied.</source>
        <translation>
            <numerusform>%n Journaleintrag noch nicht kopiert.</numerusform>
            <numerusform>%n Journaleinträge noch nicht kopiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes of the inventory not yet copied.</source>
        <translation>
            <numerusform>%n Änderung des Bestands noch nicht kopiert.</numerusform>
            <numerusform>%n Änderungen des Bestands noch nicht kopiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your user there may only read: what is done here stays here.</source>
        <translation>Ihr Benutzer dort darf nur lesen: Was hier getan wird, bleibt hier.</translation>
    </message>
    <message>
        <source>WHO</source>
        <translation>WER</translation>
    </message>
    <message>
        <source>ENTRIES</source>
        <translation>EINTRÄGE</translation>
    </message>
    <message>
        <source>LAST CONTACT</source>
        <translation>LETZTER KONTAKT</translation>
    </message>
    <message>
        <source>INSTALLATION</source>
        <translation>INSTALLATION</translation>
    </message>
    <message>
        <source>this installation</source>
        <translation>diese Installation</translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::TeamTexts</name>
    <message>
        <source>Journal entries: %1 sent, %2 received. Rows of inventory and usage: %3 sent, %4 received.</source>
        <translation>Journaleinträge: %1 gesendet, %2 empfangen. Zeilen von Bestand und Nutzung: %3 gesendet, %4 empfangen.</translation>
    </message>
    <message>
        <source>Your user there may only read: what is done here stays here.</source>
        <translation>Ihr Benutzer dort darf nur lesen: Was hier getan wird, bleibt hier.</translation>
    </message>
    <message>
        <source>PROBLEM: %1</source>
        <translation>PROBLEM: %1</translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::Terminal</name>
    <message>
        <source>Standard input cannot be read.</source>
        <translation>Die Standardeingabe kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>What standard input holds is too long.</source>
        <translation>Der Inhalt der Standardeingabe ist zu lang.</translation>
    </message>
    <message>
        <source>There is no secret on standard input.</source>
        <translation>Die Standardeingabe enthält kein Geheimnis.</translation>
    </message>
    <message>
        <source>Standard input has fewer lines than secrets are expected: one line for each.</source>
        <translation>Die Standardeingabe hat weniger Zeilen, als Geheimnisse erwartet werden: eine Zeile für jedes.</translation>
    </message>
    <message>
        <source>Standard input has more lines than secrets are expected.</source>
        <translation>Die Standardeingabe hat mehr Zeilen, als Geheimnisse erwartet werden.</translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::UsageJob</name>
    <message>
        <source>START</source>
        <translation>BEGINN</translation>
    </message>
    <message>
        <source>METRIC</source>
        <translation>KENNZAHL</translation>
    </message>
    <message>
        <source>BY</source>
        <translation>NACH</translation>
    </message>
    <message>
        <source>OF</source>
        <translation>GRUPPE</translation>
    </message>
    <message>
        <source>VALUE</source>
        <translation>WERT</translation>
    </message>
    <message>
        <source>Nobody was asked: this account is seen through the team, with no credential here. This is what the team found.</source>
        <translation>Es wurde niemand gefragt: Dieses Konto ist nur über das Team zu sehen, hier gibt es keine Zugangsdaten dafür. Das ist, was das Team gefunden hat.</translation>
    </message>
    <message>
        <source>END</source>
        <translation>BIS</translation>
    </message>
    <message>
        <source>IN</source>
        <translation>IN</translation>
    </message>
    <message>
        <source>UNIT</source>
        <translation>EINHEIT</translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::Values</name>
    <message>
        <source>A date is written as 2026-08-01, a time as 2026-08-01T10:00:00Z. Both are UTC unless an offset is given.</source>
        <translation>Ein Datum schreibt man als 2026-08-01, einen Zeitpunkt als 2026-08-01T10:00:00Z. Beides ist UTC, sofern keine Abweichung angegeben ist.</translation>
    </message>
    <message>
        <source>A credential is given by where it comes from: [SLOT=]keychain (its value on standard input), env:VARIABLE or file:PATH, never by its value.</source>
        <translation>Zugangsdaten gibt man durch ihre Herkunft an: [SLOT=]keychain (der Wert über die Standardeingabe), env:VARIABLE oder file:PATH, nie durch ihren Wert.</translation>
    </message>
    <message>
        <source>A duration is a number with h, d or w for hours, days or weeks: 90d.</source>
        <translation>Eine Dauer ist eine Zahl mit h, d oder w für Stunden, Tage oder Wochen: 90d.</translation>
    </message>
    <message>
        <source>A field is set as FIELD=VALUE.</source>
        <translation>Ein Feld setzt man als FIELD=VALUE.</translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::VendorExportJob</name>
    <message>
        <source>The API of %1 does not export its audit log.</source>
        <translation>Die API von %1 exportiert kein Prüfprotokoll.</translation>
    </message>
    <message>
        <source>Say of what: --project PROJECT.</source>
        <translation>Sagen Sie, wovon: --project PROJECT.</translation>
    </message>
    <message>
        <source>Saved the vendor&apos;s audit log as %1.</source>
        <translation>Das Prüfprotokoll des Anbieters wurde als %1 gespeichert.</translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::WebhookChangeJob</name>
    <message>
        <source>Paused the webhook to %1.</source>
        <translation>Der Webhook zu %1 wurde angehalten.</translation>
    </message>
    <message>
        <source>Resumed the webhook to %1.</source>
        <translation>Der Webhook zu %1 wurde fortgesetzt.</translation>
    </message>
    <message>
        <source>Deleted the webhook to %1.</source>
        <translation>Der Webhook zu %1 wurde gelöscht.</translation>
    </message>
    <message>
        <source>A test event is on its way to %1.</source>
        <translation>Ein Testereignis ist unterwegs zu %1.</translation>
    </message>
    <message>
        <source>The delivery is on its way to %1 again.</source>
        <translation>Die Zustellung ist wieder unterwegs zu %1.</translation>
    </message>
    <message>
        <source>Delete the webhook to %1? Nothing is sent there any more, and its signing secret is dropped.</source>
        <translation>Den Webhook zu %1 löschen? Dorthin wird nichts mehr gesendet, und sein Signaturgeheimnis wird entfernt.</translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::WebhookCreateJob</name>
    <message>
        <source>Created the webhook to %1; it signs without a secret.</source>
        <translation>Der Webhook zu %1 wurde angelegt; er signiert ohne Geheimnis.</translation>
    </message>
    <message>
        <source>The webhook to %1 was made, but its signing secret was not delivered.</source>
        <translation>Der Webhook zu %1 wurde angelegt, aber sein Signaturgeheimnis wurde nicht übergeben.</translation>
    </message>
    <message>
        <source>Created the webhook to %1.</source>
        <translation>Webhook an %1 angelegt.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no field that is a secret.</source>
        <translation>„%1“ ist kein Feld, das geheim ist.</translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::WebhooksListJob</name>
    <message>
        <source>The API of %1 has no webhooks.</source>
        <translation>Die API von %1 hat keine Webhooks.</translation>
    </message>
    <message>
        <source>Its webhooks are in no project; leave --project out.</source>
        <translation>Seine Webhooks gehören zu keinem Projekt; lassen Sie --project weg.</translation>
    </message>
    <message>
        <source>Say which webhooks are meant, with --project.</source>
        <translation>Sagen Sie mit --project, welche Webhooks gemeint sind.</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>STATE</source>
        <translation>ZUSTAND</translation>
    </message>
    <message>
        <source>EVENTS</source>
        <translation>EREIGNISSE</translation>
    </message>
    <message>
        <source>CREATED</source>
        <translation>ANGELEGT</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>TITLE</source>
        <translation>TITEL</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Every API key of every account at every vendor, in one window.</source>
        <translation>Alle API-Schlüssel aller Konten bei allen Anbietern, in einem Fenster.</translation>
    </message>
    <message>
        <source>Use the profile in this folder.</source>
        <translation>Das Profil in diesem Ordner verwenden.</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>Ordner</translation>
    </message>
</context>
</TS>
