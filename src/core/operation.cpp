// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/operation.h"

#include "core/enumnames.h"

namespace chatelaine {

namespace {

constexpr std::array operationStateNames = {
    std::pair{OperationState::Intended, QLatin1StringView("intended")},
    std::pair{OperationState::Sent, QLatin1StringView("sent")},
    std::pair{OperationState::Succeeded, QLatin1StringView("succeeded")},
    std::pair{OperationState::Failed, QLatin1StringView("failed")},
    std::pair{OperationState::InDoubt, QLatin1StringView("in_doubt")},
    std::pair{OperationState::Settled, QLatin1StringView("settled")},
};

} // namespace

QString operationStateName(OperationState state)
{
    return nameIn(operationStateNames, state);
}

std::optional<OperationState> operationStateFromName(QStringView name)
{
    return valueIn(operationStateNames, name);
}

bool canFollow(OperationState from, OperationState to)
{
    switch (from) {
    case OperationState::Intended:
        // Not sent after all: a crash or a refusal before the request left.
        return to == OperationState::Sent || to == OperationState::Failed;
    case OperationState::Sent:
        return to == OperationState::Succeeded || to == OperationState::Failed ||
               to == OperationState::InDoubt;
    case OperationState::InDoubt:
        return to == OperationState::Settled;
    case OperationState::Succeeded:
    case OperationState::Failed:
    case OperationState::Settled:
        return false;
    }
    Q_UNREACHABLE();
}

} // namespace chatelaine
