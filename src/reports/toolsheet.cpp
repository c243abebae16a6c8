// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/toolsheet.h"

#include "reports/sheetcells.h"

#include <QCoreApplication>

#include <algorithm>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

/** PCI DSS 8.2.8 asks for a new authentication after more than this. */
constexpr int mostIdleMinutes = 15;

struct ToolTexts
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::AuditReport)
};

Term ofProgram()
{
    return auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "the program"));
}

Term ofSettings()
{
    return auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "settings of the profile"));
}

Term ofDatabase()
{
    return auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "database of the profile"));
}

/** A control, as its row has it. */
struct ToolControl
{
    Term name;
    QString about = {};
    Cell value;
    std::optional<Timestamp> at = {};
    Term source;
    QString note = {};
};

class ToolRows
{
public:
    explicit ToolRows(const AuditFacts &facts)
        : m_facts(facts)
        , m_tool(facts.tool)
    {}

    QList<Cells> all(const QList<Checkpoint> &heads, const QStringList &brokenJournals)
    {
        addProgram();
        addDatabase();
        addLock();
        addTimes();
        addSecrets();
        for (const ReportedAccount &account : m_facts.accounts)
            addAccount(account);
        addJournals(heads, brokenJournals);
        return m_rows;
    }

private:
    void add(const ToolControl &control)
    {
        m_rows.append({qint64(m_rows.size() + 1), control.name, control.about, control.value,
                       cellOf(control.at), control.source, control.note});
    }

    void addProgram()
    {
        add({.name = auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "program")),
             .value = m_facts.program,
             .source = ofProgram()});
        add({.name = auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "Qt")),
             .value = m_tool.qtVersion,
             .source = ofProgram()});
        add({.name = auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "updates itself")),
             .value = yesOrNo(false),
             .source = ofProgram(),
             .note = ToolTexts::tr("It is updated by whoever installs it, with the system's "
                                   "packages; it asks nobody whether there is a newer one.")});
    }

    void addDatabase()
    {
        add({.name = auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "database")),
             .value = m_tool.team ? u"SQLite, PostgreSQL"_s : u"SQLite"_s,
             .source = ofProgram(),
             .note = m_tool.team ? ToolTexts::tr("Written here first, and copied to the team's.")
                                 : QString()});
        if (m_tool.team)
            add({.name = auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "team's database")),
                 .value = m_tool.team->toString(),
                 .at = m_tool.teamContact,
                 .source = ofSettings(),
                 .note = ToolTexts::tr("When: the last contact.")});
        for (const InstallationChain &chain : m_tool.installations)
            add({.name = auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "installation")),
                 .about = chain.installation,
                 .value = chain.isOwn ? m_facts.maker : chain.writer(),
                 .at = chain.lastContact,
                 .source = ofDatabase(),
                 .note = chain.isOwn ? ToolTexts::tr("This one.")
                                     : ToolTexts::tr("When: the last contact.")});
    }

    QString lockNote() const
    {
        if (!m_tool.hasPassphrase)
            return ToolTexts::tr("It does not lock: no passphrase is set.");
        if (m_tool.idleMinutes == 0)
            return ToolTexts::tr("Idleness does not lock it.");
        return m_tool.idleMinutes > mostIdleMinutes
                   ? ToolTexts::tr("PCI DSS 8.2.8 asks for %1 minutes at the most.")
                         .arg(mostIdleMinutes)
                   : QString();
    }

    void addLock()
    {
        add({.name = auditTerm(
                 QT_TRANSLATE_NOOP("chatelaine::AuditReport", "passphrase of the lock is set")),
             .value = yesOrNo(m_tool.hasPassphrase),
             .source = ofSettings()});
        add({.name = auditTerm(
                 QT_TRANSLATE_NOOP("chatelaine::AuditReport", "idle minutes to the lock")),
             .value = qint64(m_tool.idleMinutes),
             .source = ofSettings(),
             .note = lockNote()});
        add({.name = auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport",
                                                 "passphrase again before a destructive act")),
             .value = yesOrNo(m_tool.hasPassphrase),
             .source = ofSettings(),
             .note = m_tool.hasPassphrase
                         ? ToolTexts::tr("In the window, when it was not given for %1 seconds. "
                                         "chatelainectl asks for a confirmation only.")
                               .arg(m_tool.authenticationSeconds)
                         : QString()});
        add({.name = auditTerm(
                 QT_TRANSLATE_NOOP("chatelaine::AuditReport", "approval of a second person")),
             .value = yesOrNo(false),
             .source = ofProgram(),
             .note = ToolTexts::tr("What is destructive is confirmed by whoever does it.")});
    }

    void addTimes()
    {
        add({.name = auditTerm(
                 QT_TRANSLATE_NOOP("chatelaine::AuditReport", "seconds a secret is shown")),
             .value = qint64(m_tool.revealSeconds),
             .source = ofSettings()});
        add({.name = auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport",
                                                 "seconds a secret is on the clipboard")),
             .value = qint64(m_tool.clipboardSeconds),
             .source = ofSettings(),
             .note = ToolTexts::tr("Or until it was pasted once.")});
        add({.name = auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport",
                                                 "hours until a held secret is a finding")),
             .value = qint64(m_facts.limits.heldHours),
             .source = ofProgram(),
             .note = ToolTexts::tr("It is held until somebody stores it.")});
    }

    bool isInScope(const AccountId &account) const
    {
        return account.isEmpty() || m_facts.account(account);
    }

    qint64 count(KeychainEntry::Purpose purpose) const
    {
        return std::count_if(m_tool.secrets.begin(), m_tool.secrets.end(),
                             [&](const KeychainEntry &entry) {
                                 return entry.purpose == purpose && isInScope(entry.account);
                             });
    }

    void addSecrets()
    {
        using Purpose = KeychainEntry::Purpose;
        add({.name =
                 auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "keychain of the desktop")),
             .value = m_tool.keychain,
             .source = ofSettings(),
             .note = m_tool.keychain.isEmpty() ? ToolTexts::tr("It was not examined yet.")
                                               : ToolTexts::tr("What answered when it was last "
                                                               "examined.")});
        add({.name = auditTerm(
                 QT_TRANSLATE_NOOP("chatelaine::AuditReport", "new secrets held in the keychain")),
             .value = count(Purpose::Held),
             .source = ofDatabase()});
        add({.name = auditTerm(
                 QT_TRANSLATE_NOOP("chatelaine::AuditReport", "secrets kept in the keychain")),
             .value = count(Purpose::Kept),
             .source = ofDatabase()});
        for (const KeychainEntry &entry : m_tool.secrets) {
            if (entry.purpose == Purpose::Signing)
                addKey(auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "signing key")),
                       entry);
            else if (entry.purpose == Purpose::Team)
                addKey(auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport",
                                                   "password for the team's database")),
                       entry);
        }
    }

    void addKey(const Term &name, const KeychainEntry &entry)
    {
        add({.name = name,
             .value = inKeychain(),
             .at = entry.createdAt,
             .source = ofDatabase(),
             .note = ToolTexts::tr("When: it was stored.")});
    }

    static Term inKeychain()
    {
        return auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "in the keychain"));
    }

    static Cell placeOf(const CredentialSource &source)
    {
        switch (source.kind) {
        case CredentialSource::Kind::Keychain:
            return inKeychain();
        case CredentialSource::Kind::Environment: {
            const Term term =
                auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "in the variable %1"));
            return Term{term.word.arg(source.place), term.shown.arg(source.place)};
        }
        case CredentialSource::Kind::File: {
            const Term term =
                auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "in the file %1"));
            return Term{term.word.arg(source.place), term.shown.arg(source.place)};
        }
        case CredentialSource::Kind::Session:
            return auditTerm(
                QT_TRANSLATE_NOOP("chatelaine::AuditReport", "in memory, for one run"));
        }
        Q_UNREACHABLE();
    }

    void addAccount(const ReportedAccount &account)
    {
        const AccountRow &row = account.row;
        for (auto it = row.credentials.begin(); it != row.credentials.end(); ++it) {
            std::optional<Timestamp> at;
            if (account.storedAt.contains(it.key()))
                at = account.storedAt.value(it.key());
            add({.name = auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "credential")),
                 .about = row.name + u" / "_s + it.key(),
                 .value = placeOf(*it),
                 .at = at,
                 .source = ofDatabase(),
                 .note = at ? ToolTexts::tr("When: it was stored.") : QString()});
        }
        add({.name = auditTerm(
                 QT_TRANSLATE_NOOP("chatelaine::AuditReport", "certificate of the server")),
             .about = row.name,
             .value = trustOf(row),
             .source = ofDatabase(),
             .note = row.pin.isEmpty() ? QString()
                                       : u"SHA-256 "_s + QString::fromLatin1(row.pin.toHex())});
    }

    static Cell trustOf(const AccountRow &row)
    {
        if (!row.pin.isEmpty())
            return auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "only the pinned one"));
        return row.caFile.isEmpty()
                   ? auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport",
                                                 "one that the system's authorities vouch for"))
                   : auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport",
                                                 "one that an own authority vouches for"));
    }

    void addJournals(const QList<Checkpoint> &heads, const QStringList &brokenJournals)
    {
        const Term ofJournal =
            auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "the journals, as walked"));
        for (const Checkpoint &head : heads)
            add({.name = auditTerm(
                     QT_TRANSLATE_NOOP("chatelaine::AuditReport", "entries of the journal")),
                 .about = head.origin,
                 .value = head.size,
                 .source = ofJournal});
        add({.name = auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "journals are whole")),
             .value = yesOrNo(brokenJournals.isEmpty()),
             .source = ofJournal,
             .note = brokenJournals.join(u' ')});
        add({.name = auditTerm(
                 QT_TRANSLATE_NOOP("chatelaine::AuditReport", "fingerprint of the signer")),
             .value = m_facts.signer,
             .source = ofProgram(),
             .note = m_facts.signer.isEmpty() ? ToolTexts::tr("There is none.") : QString()});
    }

    const AuditFacts &m_facts;
    const ToolFacts &m_tool;
    QList<Cells> m_rows;
};

} // namespace

Sheet toolSheet()
{
    return {u"tool"_s,
            ToolTexts::tr("Tool controls"),
            {sheetColumn("row", ToolTexts::tr("No."), 4),
             sheetColumn("control", ToolTexts::tr("Control"), 26),
             sheetColumn("about", ToolTexts::tr("Of what"), 26),
             sheetColumn("value", ToolTexts::tr("Value"), 26),
             sheetColumn("at", ToolTexts::tr("When"), 14),
             sheetColumn("source", ToolTexts::tr("Source"), 18),
             sheetColumn("note", ToolTexts::tr("Note"), 36)}};
}

QList<Cells> toolRows(const AuditFacts &facts, const QList<Checkpoint> &heads,
                      const QStringList &brokenJournals)
{
    return ToolRows(facts).all(heads, brokenJournals);
}

} // namespace chatelaine
