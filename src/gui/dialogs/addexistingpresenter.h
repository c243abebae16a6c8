// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/dialogs/addexistingport.h"

#include <QObject>

namespace chatelaine {

/** Decides what the dialog for an existing key shows and when it may go on. Knows no widget. */
class AddExistingPresenter : public QObject
{
    Q_OBJECT
public:
    AddExistingPresenter(AddExistingPort port, const AccountId &account, QObject *parent = nullptr);

    QString accountName() const;
    QString intro() const; ///< why such keys are added by hand
    QString dashboardUrl() const;
    const QList<KindInfo> &kinds() const { return m_kinds; } ///< those that are added by hand
    void setKindIndex(qsizetype index);
    void setName(const QString &name);
    /** Null, or what the user typed so far; judged against the kind's token pattern. */
    void setSecret(SharedSecret secret);

    QString nameProblem() const;
    QString secretProblem() const;
    QString actionText() const;
    bool canSend() const;
    bool isSending() const { return m_sending; }
    bool mayClose() const { return !m_sending; }
    void send();

    /** What the vendor said; absent before. */
    const std::optional<KeyCheck> &verdict() const { return m_verdict; }
    QString problem() const { return m_problem; }

signals:
    void changed();
    void added(const chatelaine::KeyUid &key);

private:
    const KindInfo *kind() const;
    void sent(const Outcome<KeyCheck> &outcome);

    AddExistingPort m_port;
    AccountId m_account;
    std::optional<ProviderInfo> m_provider;
    QList<KindInfo> m_kinds;
    qsizetype m_kind = -1;
    QString m_name;
    SharedSecret m_secret;
    bool m_nameTouched = false;
    bool m_sending = false;
    std::optional<KeyCheck> m_verdict;
    QString m_problem;
};

} // namespace chatelaine
