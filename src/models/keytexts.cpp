// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/keytexts.h"

#include "core/redaction.h"

#include <QCoreApplication>

namespace chatelaine {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::KeyTexts)
};

} // namespace

QString keyStateText(KeyState state)
{
    switch (state) {
    case KeyState::Active:
        return Texts::tr("Active");
    case KeyState::Disabled:
        return Texts::tr("Disabled");
    case KeyState::Rotating:
        return Texts::tr("Rotating");
    case KeyState::Expired:
        return Texts::tr("Expired");
    case KeyState::Revoked:
        return Texts::tr("Revoked");
    case KeyState::Deleted:
        return Texts::tr("Deleted");
    case KeyState::Unknown:
        break;
    }
    return Texts::tr("Unknown");
}

QString keyColumnTitle(KeyColumn column)
{
    switch (column) {
    case KeyColumn::Name:
        return Texts::tr("Name");
    case KeyColumn::Mask:
        return Texts::tr("Masked value");
    case KeyColumn::Kind:
        return Texts::tr("Kind");
    case KeyColumn::Scopes:
        return Texts::tr("Scope");
    case KeyColumn::Environment:
        return Texts::tr("Environment");
    case KeyColumn::State:
        return Texts::tr("State");
    case KeyColumn::Project:
        return Texts::tr("Project");
    case KeyColumn::Created:
        return Texts::tr("Created");
    case KeyColumn::LastUsed:
        return Texts::tr("Last used");
    case KeyColumn::Expires:
        return Texts::tr("Expires");
    case KeyColumn::Account:
        break;
    }
    return Texts::tr("Account");
}

QString environmentText(const QString &environment)
{
    if (environment == QLatin1StringView("production"))
        return Texts::tr("Production");
    if (environment == QLatin1StringView("sandbox"))
        return Texts::tr("Sandbox");
    return displaySafe(environment);
}

} // namespace chatelaine
