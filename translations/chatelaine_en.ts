<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Confirmation</name>
    <message numerus="yes">
        <source>The vendor may take up to %n second(s) to act.</source>
        <translation>
            <numerusform>The vendor may take up to %n second to act.</numerusform>
            <numerusform>The vendor may take up to %n seconds to act.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FieldRules</name>
    <message numerus="yes">
        <source>At least %n character(s).</source>
        <translation>
            <numerusform>At least %n character.</numerusform>
            <numerusform>At least %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n character(s); these are %1.</source>
        <translation>
            <numerusform>At most %n character; these are %1.</numerusform>
            <numerusform>At most %n characters; these are %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message numerus="yes">
        <source>Its secret has been held for %n day(s), and nobody has stored it.</source>
        <translation>
            <numerusform>Its secret has been held for %n day, and nobody has stored it.</numerusform>
            <numerusform>Its secret has been held for %n days, and nobody has stored it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Its secret is %n day(s) old.</source>
        <translation>
            <numerusform>Its secret is %n day old.</numerusform>
            <numerusform>Its secret is %n days old.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProgramRun</name>
    <message numerus="yes">
        <source>&quot;%1&quot; did not end within %n second(s).</source>
        <translation>
            <numerusform>&quot;%1&quot; did not end within %n second.</numerusform>
            <numerusform>&quot;%1&quot; did not end within %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProviderClient</name>
    <message numerus="yes">
        <source>It may take %n seconds until every server knows.</source>
        <translation>
            <numerusform>It may take %n second until every server knows.</numerusform>
            <numerusform>It may take %n seconds until every server knows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It may take about %n minute(s) until it stops working everywhere.</source>
        <translation>
            <numerusform>It may take about %n minute until it stops working everywhere.</numerusform>
            <numerusform>It may take about %n minutes until it stops working everywhere.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The vendor accepted this, but still lists the key as before. It says that this may take %n seconds.</source>
        <translation>
            <numerusform>The vendor accepted this, but still lists the key as before. It says that this may take %n second.</numerusform>
            <numerusform>The vendor accepted this, but still lists the key as before. It says that this may take %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chatelaine::AddExistingPresenter</name>
    <message numerus="yes">
        <source>At most %n character(s).</source>
        <translation>
            <numerusform>At most %n character.</numerusform>
            <numerusform>At most %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chatelaine::AuditReport</name>
    <message numerus="yes">
        <source>At the last reading of %1, the clock of this computer was %n seconds ahead of the vendor&apos;s.</source>
        <translation>
            <numerusform>At the last reading of %1, the clock of this computer was %n second ahead of the vendor&apos;s.</numerusform>
            <numerusform>At the last reading of %1, the clock of this computer was %n seconds ahead of the vendor&apos;s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At the last reading of %1, the clock of this computer was %n seconds behind the vendor&apos;s.</source>
        <translation>
            <numerusform>At the last reading of %1, the clock of this computer was %n second behind the vendor&apos;s.</numerusform>
            <numerusform>At the last reading of %1, the clock of this computer was %n seconds behind the vendor&apos;s.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chatelaine::Bulk</name>
    <message numerus="yes">
        <source>Revoke %n key(s)</source>
        <translation>
            <numerusform>Revoke %n key</numerusform>
            <numerusform>Revoke %n keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n key(s)</source>
        <translation>
            <numerusform>Delete %n key</numerusform>
            <numerusform>Delete %n keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Disable %n key(s)</source>
        <translation>
            <numerusform>Disable %n key</numerusform>
            <numerusform>Disable %n keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %n key(s)</source>
        <translation>
            <numerusform>Change %n key</numerusform>
            <numerusform>Change %n keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n of them nobody says when they were used.</source>
        <translation>
            <numerusform>Of %n of them nobody says when it was used.</numerusform>
            <numerusform>Of %n of them nobody says when they were used.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) will be left alone: %1</source>
        <translation>
            <numerusform>%n key will be left alone: %1</numerusform>
            <numerusform>%n keys will be left alone: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chatelaine::ConnectPresenter</name>
    <message numerus="yes">
        <source>At most %n character(s).</source>
        <translation>
            <numerusform>At most %n character.</numerusform>
            <numerusform>At most %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chatelaine::ContainerOffers</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chatelaine::HeldSecretsPresenter</name>
    <message numerus="yes">
        <source>Not stored for %n day(s)</source>
        <translation>
            <numerusform>Not stored for %n day</numerusform>
            <numerusform>Not stored for %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chatelaine::KeyDetailsPanel</name>
    <message numerus="yes">
        <source>%n key(s) are selected</source>
        <translation>
            <numerusform>%n key is selected</numerusform>
            <numerusform>%n keys are selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chatelaine::KeyService</name>
    <message numerus="yes">
        <source>&quot;%1&quot; can mean %n key(s): %2.</source>
        <translation>
            <numerusform>&quot;%1&quot; can mean %n key: %2.</numerusform>
            <numerusform>&quot;%1&quot; can mean %n keys: %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chatelaine::LeakSearch</name>
    <message numerus="yes">
        <source>%n key(s) begin and end like it. That one does so by accident has a chance of %1 %.</source>
        <translation>
            <numerusform>%n key begins and ends like it. That one does so by accident has a chance of %1 %.</numerusform>
            <numerusform>%n keys begin and end like it. That one does so by accident has a chance of %1 %.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chatelaine::LockSettingsDialog</name>
    <message numerus="yes">
        <source>PCI DSS (8.2.8) asks for a new authentication after %n idle minute(s).</source>
        <translation>
            <numerusform>PCI DSS (8.2.8) asks for a new authentication after %n idle minute.</numerusform>
            <numerusform>PCI DSS (8.2.8) asks for a new authentication after %n idle minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chatelaine::NotesPresenter</name>
    <message numerus="yes">
        <source>Notes on %n key(s)</source>
        <translation>
            <numerusform>Notes on %n key</numerusform>
            <numerusform>Notes on %n keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Written into the journal, for %n key(s).</source>
        <translation>
            <numerusform>Written into the journal, for %n key.</numerusform>
            <numerusform>Written into the journal, for %n keys.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chatelaine::PassphraseGuard</name>
    <message numerus="yes">
        <source>The passphrase has fewer than %n characters.</source>
        <translation>
            <numerusform>The passphrase has fewer than %n character.</numerusform>
            <numerusform>The passphrase has fewer than %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chatelaine::PassphrasePresenter</name>
    <message numerus="yes">
        <source>Try again in %n second(s).</source>
        <translation>
            <numerusform>Try again in %n second.</numerusform>
            <numerusform>Try again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chatelaine::ProviderClient</name>
    <message numerus="yes">
        <source>%n records have no id and were left out.</source>
        <translation>
            <numerusform>%n record has no id and was left out.</numerusform>
            <numerusform>%n records have no id and were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chatelaine::QuotaTexts</name>
    <message numerus="yes">
        <source>From the use of %n full day(s).</source>
        <translation>
            <numerusform>From the use of %n full day.</numerusform>
            <numerusform>From the use of %n full days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chatelaine::SecretOffer</name>
    <message numerus="yes">
        <source>On the clipboard for one paste, for another %n second(s).</source>
        <translation>
            <numerusform>On the clipboard for one paste, for another %n second.</numerusform>
            <numerusform>On the clipboard for one paste, for another %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chatelaine::SecretView</name>
    <message numerus="yes">
        <source>Secret, shown, %n character(s)</source>
        <translation>
            <numerusform>Secret, shown, %n character</numerusform>
            <numerusform>Secret, shown, %n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Secret, hidden, %n character(s)</source>
        <translation>
            <numerusform>Secret, hidden, %n character</numerusform>
            <numerusform>Secret, hidden, %n characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chatelaine::TeamPresenter</name>
    <message numerus="yes">
        <source>%n entries not yet copied</source>
        <translation>
            <numerusform>%n entry not yet copied</numerusform>
            <numerusform>%n entries not yet copied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chatelaine::VendorAuditPresenter</name>
    <message numerus="yes">
        <source>The vendor&apos;s audit log is in %1 (%n row(s)).</source>
        <translation>
            <numerusform>The vendor&apos;s audit log is in %1 (%n row).</numerusform>
            <numerusform>The vendor&apos;s audit log is in %1 (%n rows).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chatelaine::WebhookService</name>
    <message numerus="yes">
        <source>&quot;%1&quot; can mean %n webhook(s): %2.</source>
        <translation>
            <numerusform>&quot;%1&quot; can mean %n webhook: %2.</numerusform>
            <numerusform>&quot;%1&quot; can mean %n webhooks: %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::AuditExportJob</name>
    <message numerus="yes">
        <source>Wrote %n entries to %1.</source>
        <translation>
            <numerusform>Wrote %n entry to %1.</numerusform>
            <numerusform>Wrote %n entries to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the journal of this installation is in it. An evidence pack (--format pack) has also those of %n other(s) of the team.</source>
        <translation>
            <numerusform>Only the journal of this installation is in it. An evidence pack (--format pack) has also those of %n other of the team.</numerusform>
            <numerusform>Only the journal of this installation is in it. An evidence pack (--format pack) has also those of %n others of the team.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::AuditVerifyJob</name>
    <message numerus="yes">
        <source>The chain is whole: %n entries.</source>
        <translation>
            <numerusform>The chain is whole: %n entry.</numerusform>
            <numerusform>The chain is whole: %n entries.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries, a part of the journal.</source>
        <translation>
            <numerusform>%n entry, a part of the journal.</numerusform>
            <numerusform>%n entries, a part of the journal.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries.</source>
        <translation>
            <numerusform>%n entry.</numerusform>
            <numerusform>%n entries.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::BulkRunningJob</name>
    <message numerus="yes">
        <source>%n key(s) still wait. Go on: chatelainectl bulk resume %1</source>
        <translation>
            <numerusform>%n key still waits. Go on: chatelainectl bulk resume %1</numerusform>
            <numerusform>%n keys still wait. Go on: chatelainectl bulk resume %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::BulkTexts</name>
    <message numerus="yes">
        <source>Of %n of them nobody says when they were used.</source>
        <translation>
            <numerusform>Of %n of them nobody says when it was used.</numerusform>
            <numerusform>Of %n of them nobody says when they were used.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) will be left alone:</source>
        <translation>
            <numerusform>%n key will be left alone:</numerusform>
            <numerusform>%n keys will be left alone:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::Choices</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::CommandRunner</name>
    <message numerus="yes">
        <source>%n operation(s) of an earlier run ended without an answer; see: chatelainectl operations list --state in_doubt</source>
        <translation>
            <numerusform>%n operation of an earlier run ended without an answer; see: chatelainectl operations list --state in_doubt</numerusform>
            <numerusform>%n operations of an earlier run ended without an answer; see: chatelainectl operations list --state in_doubt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::ContainerChangeJob</name>
    <message numerus="yes">
        <source>%n key(s) go with it:</source>
        <translation>
            <numerusform>%n key goes with it:</numerusform>
            <numerusform>%n keys go with it:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) went with it.</source>
        <translation>
            <numerusform>%n key went with it.</numerusform>
            <numerusform>%n keys went with it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::KeysSayJob</name>
    <message numerus="yes">
        <source>Written into the journal, for %n key(s).</source>
        <translation>
            <numerusform>Written into the journal, for %n key.</numerusform>
            <numerusform>Written into the journal, for %n keys.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chatelaine::cli::TeamStatusJob</name>
    <message numerus="yes">
        <source>%n journal entries not yet copied.</source>
        <translation>
            <numerusform>%n journal entry not yet copied.</numerusform>
            <numerusform>%n journal entries not yet copied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes of the inventory not yet copied.</source>
        <translation>
            <numerusform>%n change of the inventory not yet copied.</numerusform>
            <numerusform>%n changes of the inventory not yet copied.</numerusform>
        </translation>
    </message>
</context>
</TS>
