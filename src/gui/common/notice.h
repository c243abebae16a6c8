// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"
#include "gui/common/icons.h"

namespace chatelaine {

/** Something to be told without stopping the user: what happened, and what to do next. */
struct Notice
{
    Severity severity = Severity::Information;
    QString text; ///< plain text, safe to show; empty: nothing to tell
    QString next; ///< a sentence; may be empty

    static Notice of(const Error &error);
    bool isEmpty() const { return text.isEmpty(); }
    bool operator==(const Notice &) const = default;
};

} // namespace chatelaine
