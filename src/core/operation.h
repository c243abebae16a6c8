// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace chatelaine {

/** Where an operation stands. InDoubt: it was sent and nobody knows what became of it. */
enum class OperationState { Intended, Sent, Succeeded, Failed, InDoubt, Settled };

QString operationStateName(OperationState state); ///< "intended", ..., "in_doubt", "settled"
std::optional<OperationState> operationStateFromName(QStringView name);

/** Whether an operation may go from one state to the other. Succeeded, Failed and Settled are
 * final. */
bool canFollow(OperationState from, OperationState to);

} // namespace chatelaine
