// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/dialogs/secretpresenter.h"

#include "core/async.h"
#include "core/redaction.h"
#include "gui/dialogs/confirmation.h"

namespace chatelaine {

SecretPresenter::SecretPresenter(SecretPort port, ClipboardService &clipboard,
                                 const HeldSecret &secret, const QStringList &warnings,
                                 QObject *parent)
    : QObject(parent)
    , m_port(std::move(port))
    , m_offer(clipboard, this)
    , m_secret(secret)
    , m_warnings(warnings)
    , m_account(m_port.account(secret.account))
    , m_provider(m_port.provider(secret.account))
{
    m_hideTimer.setSingleShot(true);
    connect(&m_hideTimer, &QTimer::timeout, this, &SecretPresenter::hide);
    connect(&m_offer, &SecretOffer::told, this, [this](const QString &status) {
        m_status = status;
        emit changed();
    });
    if (m_secret.key.isEmpty())
        return;
    whenDone(m_port.key(m_secret.key), this, [this](const Outcome<KeyRow> &outcome) {
        if (!outcome)
            return; // what was handed in is shown; the rest is beside the point
        m_key = *outcome;
        emit factsChanged();
        emit changed();
    });
}

QString SecretPresenter::keyName() const
{
    return displaySafe(m_secret.keyName.isEmpty() ? m_secret.mask : m_secret.keyName, nameInButton);
}

QString SecretPresenter::title() const
{
    return tr("Secret of \"%1\"").arg(keyName());
}

QString SecretPresenter::warning() const
{
    QStringList all = m_warnings;
    if (!m_secret.inKeychain && !isStored()) {
        all.prepend(tr("The keychain could not take this secret: it is in the memory of this "
                       "program only. Store it before you close the program."));
    }
    return all.join(u'\n');
}

QList<SecretFact> SecretPresenter::facts() const
{
    return secretFacts(m_secret, m_key, m_account, m_provider);
}

bool SecretPresenter::canReveal() const
{
    return !m_kept && !m_finished && m_busy != Busy::Revoking && m_busy != Busy::Storing;
}

void SecretPresenter::reveal()
{
    if (!canReveal())
        return;
    m_wantsReveal = true;
    m_hideTimer.start(m_revealSeconds * 1000);
    if (m_shown || std::exchange(m_revealPending, true))
        return;
    whenDone(m_port.value(m_secret.id, QStringLiteral("reveal")), this,
             [this](const Outcome<SharedSecret> &outcome) {
                 m_revealPending = false;
                 m_problem = outcome ? QString() : outcome.error().message;
                 if (outcome && m_wantsReveal) {
                     m_shown = *outcome;
                     m_seen = true;
                 }
                 emit changed();
             });
}

void SecretPresenter::hide()
{
    m_wantsReveal = false;
    m_hideTimer.stop();
    if (std::exchange(m_shown, {}))
        emit changed();
}

bool SecretPresenter::canCopy() const
{
    return m_busy == Busy::No && !m_kept && !m_finished && !m_offer.isOpen();
}

QString SecretPresenter::copyText() const
{
    if (m_offer.isOpen())
        return tr("Copied");
    return m_offer.wasCopied() ? tr("Copy again...") : tr("Copy secret");
}

void SecretPresenter::copy()
{
    if (!canCopy())
        return;
    if (m_offer.wasPasted()) {
        m_question = Question::CopyAgain;
        emit changed();
        return;
    }
    copyAgain();
}

void SecretPresenter::copyAgain()
{
    m_question = Question::None;
    if (!canCopy())
        return;
    become(Busy::Copying);
    whenDone(m_port.value(m_secret.id, QStringLiteral("copy")), this,
             [this](const Outcome<SharedSecret> &outcome) {
                 if (settled(outcome))
                     copied(*outcome);
                 emit changed();
             });
}

void SecretPresenter::copied(const SharedSecret &value)
{
    const Outcome<Done> offered = m_offer.begin(value, m_clipboardSeconds);
    if (offered)
        hide(); // once copied, there is no need to look at it
    else
        m_problem = offered.error().message + u' ' + offered.error().next;
}

bool SecretPresenter::canKeep() const
{
    return m_busy == Busy::No && !m_kept && !m_finished &&
           !(m_secret.key.isEmpty() && m_secret.webhook.isEmpty());
}

void SecretPresenter::keep()
{
    if (!canKeep())
        return;
    become(Busy::Keeping);
    whenDone(m_port.keep(m_secret.id), this, [this](const Outcome<Done> &outcome) {
        if (settled(outcome)) {
            m_kept = true;
            hide();
            m_status =
                m_secret.webhook.isEmpty()
                    ? tr("Kept in the keychain of this computer. \"Check key\" uses it from there.")
                    : tr("Kept in the keychain of this computer.");
            if (m_question == Question::Close || m_question == Question::WrittenDown) {
                finish();
                return;
            }
        }
        emit changed();
    });
}

bool SecretPresenter::canDeliver() const
{
    return m_port.deliver && m_busy == Busy::No && !m_kept && !m_finished;
}

void SecretPresenter::delivered(const QString &where)
{
    m_deliveredTo = where;
    m_status = tr("Delivered to %1.").arg(where);
    m_problem.clear();
    hide();
    emit changed();
}

bool SecretPresenter::isStoredSomewhere() const
{
    return isStored() || m_offer.isOpen() || m_offer.wasPasted();
}

bool SecretPresenter::canConfirmStored() const
{
    return m_busy == Busy::No && !m_finished && (isStoredSomewhere() || m_seen);
}

QString SecretPresenter::confirmText() const
{
    if (isStored())
        return tr("Close");
    return m_seen && !isStoredSomewhere() ? tr("I have stored it...") : tr("I have stored it");
}

void SecretPresenter::confirmStored()
{
    if (!canConfirmStored())
        return;
    if (m_kept) {
        finish();
        return;
    }
    hide();
    if (!isStoredSomewhere()) {
        m_question = Question::WrittenDown;
        emit changed();
        return;
    }
    become(Busy::Storing);
    forget(m_deliveredTo.isEmpty() ? QStringLiteral("stored") : QStringLiteral("delivered"));
}

QString SecretPresenter::textToType() const
{
    return typeableText(m_secret.keyName, m_key ? m_key->record.id.toString() : QString(),
                        tr("stored"));
}

void SecretPresenter::confirmWrittenDown(const QString &typed)
{
    if (m_question != Question::WrittenDown || m_busy != Busy::No || typed != textToType())
        return;
    m_question = Question::None;
    become(Busy::Storing);
    forget(QStringLiteral("written down"));
}

std::optional<HowToUse> SecretPresenter::howToUse() const
{
    if (!kind())
        return {};
    return chatelaine::howToUse(*m_key, *kind());
}

const KindInfo *SecretPresenter::kind() const
{
    return m_provider && m_key ? m_provider->kind(m_key->record.kind) : nullptr;
}

const VerbInfo *SecretPresenter::endingVerb() const
{
    if (!kind())
        return nullptr;
    for (const KeyVerb verb : {KeyVerb::Revoke, KeyVerb::Delete, KeyVerb::Disable}) {
        if (const VerbInfo *info = kind()->verb(verb))
            return info;
    }
    return nullptr;
}

bool SecretPresenter::canRevoke() const
{
    return m_busy == Busy::No && !m_kept && !m_finished && endingVerb();
}

QString SecretPresenter::revokeText() const
{
    const VerbInfo *verb = endingVerb();
    if (verb && verb->verb == KeyVerb::Delete)
        return tr("Delete key \"%1\"").arg(keyName());
    if (verb && verb->verb == KeyVerb::Disable)
        return tr("Disable key \"%1\"").arg(keyName());
    return tr("Revoke key \"%1\"").arg(keyName());
}

void SecretPresenter::revoke()
{
    if (!canRevoke())
        return;
    hide();
    become(Busy::Revoking);
    emit revokeRequested(m_secret.key);
    whenDone(m_port.end(m_secret.key, endingVerb()->verb), this,
             [this](const Outcome<KeyChange> &outcome) {
                 if (outcome)
                     forget(QStringLiteral("revoked"));
                 else if (!settled(outcome))
                     emit changed();
             });
}

void SecretPresenter::forget(const QString &how)
{
    whenDone(m_port.forget(m_secret.id, how), this, [this](const Outcome<Done> &outcome) {
        if (settled(outcome))
            finish();
        else
            emit changed();
    });
}

bool SecretPresenter::requestClose()
{
    if (m_kept && !m_finished)
        finish();
    if (m_finished)
        return true;
    hide();
    if (isStored()) {
        confirmStored(); // closes once the held copy is gone
        return false;
    }
    if (m_busy == Busy::No)
        m_question = Question::Close;
    emit changed();
    return false;
}

QString SecretPresenter::questionText() const
{
    if (m_question == Question::CopyAgain)
        return tr("The secret was pasted already, last at %1. Copy it again?")
            .arg(m_offer.pastedAt());
    if (m_question == Question::WrittenDown) {
        return tr("The secret was neither copied nor kept. If you have written it down, type "
                  "\"%1\": "
                  "it can never be shown again.")
            .arg(textToType());
    }
    QString text = tr("The secret of \"%1\" is not stored yet, and nobody can show it again. What "
                      "shall become of it?")
                       .arg(keyName());
    if (m_secret.key.isEmpty() && m_secret.webhook.isEmpty())
        text +=
            u' ' + tr("The vendor did not show the new key yet: it can be kept or revoked after "
                      "the next synchronization only.");
    return text;
}

void SecretPresenter::tell(const QString &status)
{
    m_status = m_status.isEmpty() ? status : m_status + u'\n' + status;
    emit changed();
}

void SecretPresenter::tellProblem(const QString &problem)
{
    m_problem = problem;
    emit changed();
}

void SecretPresenter::goBack()
{
    m_question = Question::None;
    emit changed();
}

void SecretPresenter::become(Busy busy)
{
    m_busy = busy;
    m_problem.clear();
    emit changed();
}

template<typename T>
bool SecretPresenter::settled(const Outcome<T> &outcome)
{
    m_busy = Busy::No;
    if (!outcome) {
        const Error &error = outcome.error();
        m_problem = error.next.isEmpty() ? error.message : error.message + u' ' + error.next;
    }
    return outcome.ok();
}

void SecretPresenter::finish()
{
    m_finished = true;
    m_busy = Busy::No;
    m_question = Question::None;
    hide();
    emit changed();
    emit finishedWith(m_secret.id);
}

} // namespace chatelaine
