// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/dialogs/newkeyport.h"
#include "gui/forms/fieldset.h"

#include <QObject>

namespace chatelaine {

/** Decides what the dialog for a new key shows and when it may send. Knows no widget. */
class NewKeyPresenter : public QObject
{
    Q_OBJECT
public:
    /** A place where a key can be made. */
    struct Place
    {
        ContainerPath path;
        QString label;
    };

    NewKeyPresenter(NewKeyPort port, QObject *parent = nullptr);

    void start(const AccountId &account, const ContainerPath &container);

    QList<AccountRow> accounts() const; ///< those at whose vendor a key can be made
    AccountId account() const { return m_account; }
    void setAccount(const AccountId &account);

    const QList<Place> &places() const { return m_places; } ///< of the chosen kind's level
    qsizetype placeIndex() const { return m_place; }
    void setPlaceIndex(qsizetype index);
    QString placesProblem() const { return m_placesProblem; }
    QString levelLabel() const; ///< what the vendor calls the level; empty: no choice to make

    const QList<KindInfo> &kinds() const { return m_kinds; } ///< those that can be created
    qsizetype kindIndex() const { return m_kind; }
    void setKindIndex(qsizetype index);

    FieldSet &form() { return m_form; }
    SecretRoute &route() { return m_route; } ///< where its secret goes

    QString actionText() const; ///< `Create key "NAME"`
    bool canSend() const;
    bool isSending() const { return m_sending; }
    QString progress() const; ///< what is waited for
    bool mayClose() const { return !m_sending; }
    QString problem() const
    {
        return m_problem;
    } ///< of the last attempt, or why nothing can be made
    QString problemNext() const { return m_problemNext; } ///< what to do about it
    void send();

signals:
    void placesChanged();
    void kindsChanged();
    void stateChanged();
    /** Its secret is held, and nowhere else yet. */
    /** `undelivered`: why its secret is not where it was to go; empty where it was to be shown. */
    void created(const chatelaine::NewKeyResult &result, const QString &undelivered);
    /** Its secret is where it was to go. */
    void delivered(const chatelaine::NewKeyResult &result, const QString &where);

private:
    void loadContainers();
    void showFields();
    void loadOptions();
    void updateKinds();
    void updatePlaces();
    void create();
    void sent(const Outcome<NewKeyResult> &outcome);
    void arrived(const QString &where);
    void undelivered(const QString &why);
    ContainerPath container() const;
    const KindInfo *kind() const;

    NewKeyPort m_port;
    AccountId m_account;
    std::optional<ProviderInfo> m_provider;
    QList<ContainerRow> m_containers;
    QList<Place> m_places;
    QString m_placesProblem;
    QString m_wantedPlace; ///< containerKey()
    qsizetype m_place = -1;
    QList<KindInfo> m_kinds;
    qsizetype m_kind = -1;
    FieldSet m_form;
    SecretRoute m_route;
    NewKeyResult m_result; ///< while its secret is on its way
    bool m_sending = false;
    bool m_inDoubt = false; ///< never send again: the last answer was lost
    int m_generation = 0;   ///< answers to questions about an earlier choice are dropped
    QString m_problem;
    QString m_problemNext;
};

} // namespace chatelaine
