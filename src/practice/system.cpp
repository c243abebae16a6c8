// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/system.h"

#include "practice/state.h"
#include "practice/tokens.h"

namespace chatelaine::practice {

Minted System::issue(KeyRecord key)
{
    const Form form = newSecret(key);
    key.system = m_id;
    key.digest = digestOf(form.secret.toUtf8());
    key.hint = form.hint;
    if (key.createdAt == 0)
        key.createdAt = m_state.now();
    key.row = m_state.addKey(key);
    return {key, form.secret};
}

Minted System::reissue(KeyRecord key)
{
    const Form form = newSecret(key);
    key.digest = digestOf(form.secret.toUtf8());
    key.hint = form.hint;
    key.rotation.reset();
    m_state.updateKey(key);
    return {key, form.secret};
}

} // namespace chatelaine::practice
