// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>

class QObject;

namespace chatelaine {

/**
 * From now on SIGINT and SIGTERM do not end the program: `call` is called on the context's thread,
 * as long as that is there. A second signal of the same kind ends it after all. Once in a program's
 * life; where there are no such signals, nothing changes.
 */
void onEndingSignal(QObject *context, std::function<void()> call);

} // namespace chatelaine
