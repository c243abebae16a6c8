// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/forms/formrequest.h"
#include "gui/tree/containeroffers.h"
#include "gui/tree/containersport.h"

namespace chatelaine {

/** Decides what can be done with organizations and projects, and does it. Knows no widget. */
class ContainersPresenter : public QObject
{
    Q_OBJECT
public:
    struct Deletion
    {
        ContainerOffer offer;
        QList<KeyRow> keys; ///< that go with it
        Confirmation question;
    };

    explicit ContainersPresenter(ContainersPort port, QObject *parent = nullptr);

    QList<ContainerOffer> offers(const Scope &scope) const;
    /** The form of a Create or Rename. */
    FormRequest form(const ContainerOffer &offer) const;
    /** Finds out which keys go with it, then `deletionAsked`. */
    void prepareDeletion(const ContainerOffer &offer);
    /** The user has agreed to its question. */
    void remove(const Deletion &deletion);

signals:
    void deletionAsked(const chatelaine::ContainersPresenter::Deletion &deletion);
    void noticed(const chatelaine::Notice &notice);

private:
    ContainersPort m_port;
};

} // namespace chatelaine
