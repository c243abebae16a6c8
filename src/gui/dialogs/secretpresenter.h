// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/dialogs/secretfacts.h"
#include "gui/dialogs/secretoffer.h"
#include "gui/dialogs/secretport.h"
#include "gui/howto/howtouse.h"

#include <QObject>
#include <QTimer>

namespace chatelaine {

/** Decides what the one-time dialog shows, what it allows and when it may go. Knows no widget. */
class SecretPresenter : public QObject
{
    Q_OBJECT
public:
    enum class Busy { No, Copying, Keeping, Storing, Revoking };
    /** What is being asked in place of the buttons. */
    enum class Question { None, Close, CopyAgain, WrittenDown };

    SecretPresenter(SecretPort port, ClipboardService &clipboard, const HeldSecret &secret,
                    const QStringList &warnings, QObject *parent = nullptr);

    const HeldSecret &secret() const { return m_secret; }
    QString title() const;
    QList<SecretFact> facts() const;
    QString warning() const; ///< what went along with the creation; empty: nothing

    void reveal();
    void hide();
    SharedSecret shown() const { return m_shown; } ///< null while hidden
    bool canReveal() const;
    /** Revealed, it hides itself after this time. */
    void setRevealSeconds(int seconds) { m_revealSeconds = seconds; }

    bool canCopy() const;
    QString copyText() const;
    void copy(); ///< asks first when it was pasted before
    void setClipboardSeconds(int seconds) { m_clipboardSeconds = seconds; }
    bool canExtend() const { return m_offer.canExtend(); }
    void extend() { m_offer.extend(m_clipboardSeconds); }

    bool canKeep() const;
    void keep();
    bool canDeliver() const;
    void delivered(const QString &where); ///< it is where it is needed: it counts as stored
    bool isStored() const { return m_kept || !m_deliveredTo.isEmpty(); }
    bool canConfirmStored() const;
    QString confirmText() const;
    /** A secret that was only looked at takes a typed confirmation: it is not known to be anywhere.
     */
    void confirmStored();
    QString textToType() const;
    void confirmWrittenDown(const QString &typed);
    bool hasEndingVerb() const { return endingVerb() != nullptr; }
    bool canRevoke() const;
    QString revokeText() const; ///< `Revoke "NAME"`, in the vendor's verb
    void revoke();

    /** The window wants to close: true when it may, else the question is up. */
    bool requestClose();
    bool mayClose() const { return m_finished || m_kept; }
    Question question() const { return m_question; }
    QString questionText() const;
    void goBack();
    void copyAgain();

    Busy busy() const { return m_busy; }
    std::optional<HowToUse> howToUse() const;   ///< nothing while the key is not known
    QString status() const { return m_status; } ///< what happened last, and the countdown
    void tell(const QString &status);
    void tellProblem(const QString &problem);
    QString problem() const { return m_problem; } ///< why something did not happen; else empty

signals:
    void changed();
    void factsChanged();
    void revokeRequested(const chatelaine::KeyUid &key);
    void finishedWith(const chatelaine::HeldSecretId &id);

private:
    const KindInfo *kind() const;
    const VerbInfo *endingVerb() const;
    QString keyName() const;
    void become(Busy busy);
    /** Ends being busy. @return whether it went well. */
    template<typename T>
    bool settled(const Outcome<T> &outcome);
    void copied(const SharedSecret &value);
    bool isStoredSomewhere() const;
    void forget(const QString &how);
    void finish();

    SecretPort m_port;
    SecretOffer m_offer;
    HeldSecret m_secret;
    QStringList m_warnings;
    std::optional<KeyRow> m_key;
    std::optional<AccountRow> m_account;
    std::optional<ProviderInfo> m_provider;
    SharedSecret m_shown;
    QTimer m_hideTimer;
    int m_revealSeconds = 60;
    int m_clipboardSeconds = ClipboardService::defaultSeconds;
    bool m_wantsReveal = false;
    bool m_revealPending = false;
    bool m_seen = false;
    QString m_deliveredTo;
    bool m_kept = false;
    bool m_finished = false;
    Question m_question = Question::None;
    Busy m_busy = Busy::No;
    QString m_status;
    QString m_problem;
};

} // namespace chatelaine
