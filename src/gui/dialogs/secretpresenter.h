// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/dialogs/secretport.h"

#include <QObject>
#include <QTimer>

namespace chatelaine {

/** Decides what the one-time dialog shows, what it allows and when it may go. Knows no widget. */
class SecretPresenter : public QObject
{
    Q_OBJECT
public:
    /** A line beside the secret, so that the user can find the key again. */
    struct Fact
    {
        QString label;
        QString text;
        bool fixedFont = false;
    };
    enum class Busy { No, Copying, Keeping, Storing, Revoking };

    SecretPresenter(SecretPort port, ClipboardService &clipboard, const HeldSecret &secret,
                    const QStringList &warnings, QObject *parent = nullptr);
    ~SecretPresenter() override;

    const HeldSecret &secret() const { return m_secret; }
    QStringList warnings() const { return m_warnings; }
    QString title() const;
    QList<Fact> facts() const;

    void reveal();
    void hide();
    /** What to paint; null while hidden. */
    SharedSecret shown() const { return m_shown; }
    void setRevealSeconds(int seconds) { m_revealSeconds = seconds; } ///< 0: no limit

    bool canCopy() const;
    QString copyText() const;
    void copy();
    void setClipboardSeconds(int seconds) { m_clipboardSeconds = seconds; }

    bool canKeep() const;
    void keep();
    bool canConfirmStored() const;
    void confirmStored();
    bool canRevoke() const;
    QString revokeText() const; ///< `Revoke "NAME"`, in the vendor's verb
    void revoke();

    /** The window wants to close: true when it may, else the question is up. */
    bool requestClose();
    bool mayClose() const { return m_finished; }
    bool isAsking() const { return m_asking; }
    void goBack();

    Busy busy() const { return m_busy; }
    QString status() const { return m_status; } ///< what has happened, and the countdown
    QString problem() const
    {
        return m_problem;
    } ///< why something did not happen; empty when it did
    bool isKept() const { return m_kept; }

signals:
    void changed();
    void factsChanged();
    void revokeRequested(const chatelaine::KeyUid &key);
    void finishedWith(const chatelaine::HeldSecretId &id);

private:
    const VerbInfo *endingVerb() const;
    void fail(const Error &error);
    void finish();
    void copied(const SharedSecret &value);
    void updateClipboardStatus();
    void clipboardEnded();
    void forgetAfter(const QString &how);

    SecretPort m_port;
    ClipboardService &m_clipboard;
    HeldSecret m_secret;
    QStringList m_warnings;
    std::optional<KeyRow> m_key;
    std::optional<AccountRow> m_account;
    std::optional<ProviderInfo> m_provider;
    SharedSecret m_shown;
    QTimer m_revealTimer;
    int m_revealSeconds = 60;
    int m_clipboardSeconds = 0;
    int m_copies = 0;
    bool m_wantsReveal = false;
    bool m_offering = false; ///< the current offer of the clipboard is ours
    bool m_stored = false;   ///< it left for somewhere: "I have stored it" is believable
    bool m_kept = false;
    bool m_asking = false;
    bool m_finished = false;
    Busy m_busy = Busy::No;
    QString m_status;
    QString m_problem;
};

} // namespace chatelaine
