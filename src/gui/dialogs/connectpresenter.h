// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/dialogs/connectport.h"

#include <QObject>

namespace chatelaine {

/** Decides what the dialog that connects an account shows and when it may go on. Knows no widget.
 */
class ConnectPresenter : public QObject
{
    Q_OBJECT
public:
    explicit ConnectPresenter(ConnectPort port, QObject *parent = nullptr);
    /** Changes an account that is there: what is left empty stays as it is. */
    ConnectPresenter(ConnectPort port, const AccountRow &edited, QObject *parent = nullptr);
    ~ConnectPresenter() override;

    bool isEditing() const { return m_edited.has_value(); }
    const QList<ProviderInfo> &providers() const { return m_providers; }
    qsizetype providerIndex() const { return m_provider; }
    void setProviderIndex(qsizetype index);
    const ProviderInfo *provider() const;

    bool isKept(const QString &slot) const; ///< the edited account has a credential there
    QString caFile() const { return m_caFile; }
    QString name() const { return m_name; } ///< proposed until the user types one
    void setName(const QString &name);
    QString baseUrl() const { return m_baseUrl; }
    void setBaseUrl(const QString &url);
    bool asksForUrl() const; ///< every customer has an address of their own
    void setCaFile(const QString &file);

    QByteArray pin() const { return m_pin; } ///< of the only certificate to accept; may be empty
    void setPin(const QByteArray &sha256);
    /** Asks the server what it shows: `certificateSeen`, or a pinProblem(). */
    void lookAtCertificate();
    bool isLooking() const { return m_looking; }
    QString pinProblem() const { return m_pinProblem; }

    CredentialSource::Kind sourceKind(const QString &slot) const;
    void setSourceKind(const QString &slot, CredentialSource::Kind kind);
    void setPlace(const QString &slot, const QString &place); ///< variable or file
    void setSecret(const QString &slot, SharedSecret value);

    QString nameProblem() const;
    QString urlProblem() const;
    QString slotProblem(const QString &slot) const;
    bool canSend() const;
    bool isSending() const { return m_sending; }
    /** Sends, or asks for an approval first: `approvalWanted`. */
    void send();
    void approve(const QString &route); ///< the user agreed to this one: sends
    void cancel();                      ///< gives up a check that runs

    QString problem() const { return m_problem; }
    QString problemNext() const { return m_problemNext; }

signals:
    void providerChanged();
    void changed();
    void connected(const chatelaine::AccountId &account);
    void certificateSeen(const chatelaine::ServerCertificate &certificate);
    void approvalWanted(const chatelaine::CredentialRoute &route);

private:
    struct Credential
    {
        CredentialSource source;
        SharedSecret value;
        bool touched = false;
    };

    AccountInput input() const;
    QString valueProblem(const SlotInfo &slot, const Credential &credential) const;
    bool isGiven(const Credential &credential) const;
    QString proposedName() const;
    void sent(const Outcome<AccountCheck> &outcome);
    void begin();

    ConnectPort m_port;
    std::optional<AccountRow> m_edited;
    QList<ProviderInfo> m_providers;
    qsizetype m_provider = -1;
    QString m_name;
    QString m_baseUrl;
    QString m_caFile;
    QByteArray m_pin;
    QString m_pinProblem;
    QString m_approvedRoute;
    QMap<QString, Credential> m_credentials;
    bool m_nameTyped = false;
    bool m_tried = false;
    bool m_addressWanted = false; ///< the rest of the form is not, yet
    bool m_sending = false;
    bool m_looking = false;
    CancellationPtr m_cancellation;
    QString m_problem;
    QString m_problemNext;
};

} // namespace chatelaine
