// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/keychaindoctor.h"

#include "core/async.h"
#include "core/whenready.h"
#include "secrets/keychaintexts.h"
#include "services/context.h"

#include <QElapsedTimer>
#include <QSettings>
#include <QTimer>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString backendSetting = u"keychain/backend"_s;
constexpr qint64 slowMilliseconds = 1000;

using Finding = KeychainReport::Finding;

struct DoctorTexts
{
    Q_DECLARE_TR_FUNCTIONS(KeychainDoctor)
};

/** Where nothing on a bus answers, the platform has another kind of keychain. */
QString backendName(const KeyringFacts &facts, bool usable)
{
    if (!facts.provider.isEmpty())
        return facts.provider;
#if defined(Q_OS_WIN)
    return u"Windows Credential Manager"_s;
#elif defined(Q_OS_DARWIN)
    return u"macOS Keychain"_s;
#else
    return usable ? u"KWallet"_s : QString();
#endif
}

/** What is the matter beside the trouble itself. */
QList<Finding> circumstances(const KeyringFacts &facts, const KeychainReport &report,
                             const QString &earlier)
{
    QList<Finding> all;
    const auto add = [&all](const QString &id, const QString &sentence, const QString &next) {
        all.append({id, sentence, next});
    };
    if (report.locked == true) {
        add(u"locked_at_login"_s,
            DoctorTexts::tr("A keyring that is locked after each login has another password than "
                            "the login, e.g. since it was changed or restored."),
            DoctorTexts::tr("Give it the login's password in the desktop's password manager."));
    }
    if (facts.sessionOnly) {
        add(u"session_only"_s,
            DoctorTexts::tr("The default keyring is kept in memory only: what is stored in it is "
                            "gone after the logout."),
            DoctorTexts::tr("Create a keyring with a password in the desktop's password manager "
                            "and make it the default."));
    }
    if (!earlier.isEmpty() && !report.backend.isEmpty() && earlier != report.backend) {
        add(u"other_backend"_s,
            DoctorTexts::tr("The last time the keychain worked it was %1; now it is %2, which does "
                            "not have what was stored then.")
                .arg(earlier, report.backend),
            DoctorTexts::tr("Start %1 again, or enter the credentials once more.").arg(earlier));
    }
    if (facts.provider.contains(u"keepassxc", Qt::CaseInsensitive) && !report.usable) {
        add(u"keepassxc"_s,
            DoctorTexts::tr("KeePassXC answers for the keychain, and its database is closed or "
                            "exposes no group."),
            DoctorTexts::tr("Open the database and choose an exposed group in its settings, under "
                            "Secret Service Integration."));
    }
    if (!facts.backendOverride.isEmpty()) {
        add(u"backend_override"_s,
            DoctorTexts::tr("QTKEYCHAIN_BACKEND is set to \"%1\": it can choose another keychain "
                            "than the desktop's.")
                .arg(facts.backendOverride),
            DoctorTexts::tr("Unset it, unless it was meant."));
    }
    if (facts.sandbox == "Flatpak"_L1 && !report.usable) {
        add(u"flatpak"_s,
            DoctorTexts::tr("Chatelaine runs in a Flatpak, which reaches the keyring only with a "
                            "permission."),
            DoctorTexts::tr("Allow the session bus name org.freedesktop.secrets, e.g. with "
                            "Flatseal."));
    }
    if (facts.sandbox == "Snap"_L1 && !report.usable) {
        add(u"snap"_s,
            DoctorTexts::tr("Chatelaine runs in a Snap, which reaches the keyring only with a "
                            "permission."),
            DoctorTexts::tr("Connect its interface password-manager-service."));
    }
    for (const KeychainReport::Step &step : report.steps) {
        if (step.milliseconds <= slowMilliseconds)
            continue;
        add(u"slow"_s, DoctorTexts::tr("The keychain works, but slowly."),
            DoctorTexts::tr("Restart its service, or log out and in again."));
        break;
    }
    return all;
}

QStringList standingNotes()
{
    return {
        DoctorTexts::tr("Any program of yours can read what is in it, once it is unlocked."),
        DoctorTexts::tr("Chatelaine stores at most 16 KiB in an entry. Windows takes 2.5 KB and "
                        "may copy it to other machines of the domain."),
        DoctorTexts::tr("Nothing is ever stored in plain text instead."),
    };
}

/** One examination on its way; deletes itself when it has answered. */
class Examination : public QObject
{
public:
    Examination(ServiceContext &context, const KeychainDoctor::ReadFacts &facts,
                QSettings &settings)
        : m_keychain(context.keychain)
        , m_readFacts(facts)
        , m_settings(settings)
        , m_user(u"canary/%1"_s.arg(newUuid()))
    {}

    FutureOutcome<KeychainReport> start()
    {
        const auto future = m_answer.future();
        QTimer::singleShot(KeychainDoctor::patience, this,
                           [this] { finish(KeychainTexts::health(KeychainTrouble::Ignored)); });
        whenReady(m_readFacts(), this, [this](const KeyringFacts &facts) {
            m_facts = facts;
            look();
        });
        return future;
    }

private:
    void look()
    {
        m_timer.start();
        whenReady(m_keychain.health(), this, [this](const KeychainHealth &health) {
            done(u"look"_s);
            if (health.usable())
                write();
            else
                finish(health);
        });
    }

    void write()
    {
        auto canary = Secret::copyOf("Chatelaine looks whether the keychain works.");
        if (!canary)
            return fail(canary.error());
        whenDone(m_keychain.write(m_user, *canary), this, [this](const Outcome<Done> &written) {
            done(u"write"_s);
            if (written)
                read();
            else
                fail(written.error());
        });
    }

    void read()
    {
        whenDone(m_keychain.read(m_user), this, [this](const Outcome<SharedSecret> &value) {
            done(u"read"_s);
            if (value)
                remove();
            else
                fail(value.error());
        });
    }

    void remove()
    {
        whenDone(m_keychain.remove(m_user), this, [this](const Outcome<Done> &removed) {
            done(u"remove"_s);
            if (removed)
                finish({});
            else
                fail(removed.error());
        });
    }

    void done(const QString &step) { m_report.steps.append({step, m_timer.restart()}); }

    void fail(const Error &error)
    {
        KeychainHealth health;
        health.trouble = KeychainTrouble::Other;
        health.sentence = error.message;
        health.next = error.next;
        finish(health);
    }

    void finish(const KeychainHealth &health)
    {
        if (std::exchange(m_finished, true))
            return;
        deleteLater();
        const QString earlier = m_settings.value(backendSetting).toString();
        m_report.usable = health.usable();
        m_report.backend = backendName(m_facts, m_report.usable);
        m_report.collection = m_facts.collection;
        m_report.sandbox = m_facts.sandbox;
        if (m_report.usable || health.trouble == KeychainTrouble::Locked)
            m_report.locked = !m_report.usable;
        if (!m_facts.collection.isEmpty())
            m_report.persistent = !m_facts.sessionOnly;
        if (!m_report.usable)
            m_report.findings.append(
                {keychainTroubleName(health.trouble), health.sentence, health.next});
        m_report.findings += circumstances(m_facts, m_report, earlier);
        m_report.notes = standingNotes();
        if (m_report.usable) // a change is told once
            m_settings.setValue(backendSetting, m_report.backend);
        m_answer.give(m_report);
    }

    Keychain &m_keychain;
    const KeychainDoctor::ReadFacts m_readFacts;
    QSettings &m_settings;
    const QString m_user;
    KeyringFacts m_facts;
    KeychainReport m_report;
    QElapsedTimer m_timer;
    Answer<KeychainReport> m_answer;
    bool m_finished = false;
};

} // namespace

QString keychainStepText(const QString &id)
{
    if (id == "look"_L1)
        return DoctorTexts::tr("Look at it");
    if (id == "write"_L1)
        return DoctorTexts::tr("Write a canary and read it back");
    if (id == "read"_L1)
        return DoctorTexts::tr("Read it");
    return DoctorTexts::tr("Remove it and look again");
}

KeychainDoctor::KeychainDoctor(ServiceContext &context, ReadFacts facts, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_facts(std::move(facts))
    , m_settings(
          std::make_unique<QSettings>(context.profile + "/settings.ini"_L1, QSettings::IniFormat))
{}

KeychainDoctor::~KeychainDoctor() = default;

FutureOutcome<KeychainReport> KeychainDoctor::examine()
{
    auto *examination = new Examination(m_context, m_facts, *m_settings);
    examination->setParent(this);
    return examination->start();
}

} // namespace chatelaine
