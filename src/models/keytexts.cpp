// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/keytexts.h"

#include "core/redaction.h"

#include <QCoreApplication>

namespace chatelaine {

namespace {

struct KeyWords
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::KeyTexts)
};

} // namespace

QString keyStateText(KeyState state)
{
    switch (state) {
    case KeyState::Active:
        return KeyWords::tr("Active");
    case KeyState::Disabled:
        return KeyWords::tr("Disabled");
    case KeyState::Rotating:
        return KeyWords::tr("Rotating");
    case KeyState::Expired:
        return KeyWords::tr("Expired");
    case KeyState::Revoked:
        return KeyWords::tr("Revoked");
    case KeyState::Deleted:
        return KeyWords::tr("Deleted");
    case KeyState::Unknown:
        break;
    }
    return KeyWords::tr("Unknown");
}

QString keyColumnTitle(KeyColumn column)
{
    switch (column) {
    case KeyColumn::Name:
        return KeyWords::tr("Name");
    case KeyColumn::Mask:
        return KeyWords::tr("Masked value");
    case KeyColumn::Kind:
        return KeyWords::tr("Kind");
    case KeyColumn::Scopes:
        return KeyWords::tr("Scope");
    case KeyColumn::Environment:
        return KeyWords::tr("Environment");
    case KeyColumn::State:
        return KeyWords::tr("State");
    case KeyColumn::Project:
        return KeyWords::tr("Project");
    case KeyColumn::Created:
        return KeyWords::tr("Created");
    case KeyColumn::LastUsed:
        return KeyWords::tr("Last used");
    case KeyColumn::Expires:
        return KeyWords::tr("Expires");
    case KeyColumn::Account:
        break;
    }
    return KeyWords::tr("Account");
}

QString environmentText(const QString &environment)
{
    if (environment == QLatin1StringView("production"))
        return KeyWords::tr("Production");
    if (environment == QLatin1StringView("sandbox"))
        return KeyWords::tr("Sandbox");
    return displaySafe(environment);
}

} // namespace chatelaine
