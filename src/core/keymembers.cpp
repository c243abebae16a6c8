// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/keymembers.h"

namespace chatelaine {

bool works(KeyState state)
{
    return state == KeyState::Active || state == KeyState::Rotating;
}

bool canChange(KeyVerb verb, QAnyStringView member)
{
    switch (verb) {
    case KeyVerb::Create:
        return false;
    case KeyVerb::Enable:
    case KeyVerb::Disable:
    case KeyVerb::Revoke:
    case KeyVerb::Delete:
        return member == KeyMembers::state;
    case KeyVerb::Rotate:
        return member == KeyMembers::state || member == KeyMembers::mask ||
               member == KeyMembers::expires;
    case KeyVerb::Update:
        return true;
    }
    Q_UNREACHABLE();
}

bool canLeadTo(KeyVerb verb, KeyState state)
{
    switch (verb) {
    case KeyVerb::Create:
        return false;
    case KeyVerb::Enable:
    case KeyVerb::Rotate:
        return works(state);
    case KeyVerb::Disable:
    case KeyVerb::Revoke:
    case KeyVerb::Delete:
        return !works(state);
    case KeyVerb::Update: // what a definition lets it set
        return true;
    }
    Q_UNREACHABLE();
}

} // namespace chatelaine
