// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/forms/formrequest.h"
#include "services/keyservice.h"
#include "services/replacementservice.h"

namespace chatelaine {

struct Services;

/** What the forms about keys ask of the services; tests pass their own functions. */
struct KeyFormsPort
{
    std::function<FutureOutcome<NewKeyResult>(const KeyRotation &)> rotate;
    std::function<FutureOutcome<KeyChange>(const KeyUid &, const FieldValues &)> update;
    std::function<FutureOutcome<Replacement>(const ReplacementOrder &)> replace;
    std::function<FutureOutcome<QList<FieldOption>>(const KeyRow &, const QString &field, KeyVerb)>
        options;

    static KeyFormsPort of(Services &services);
};

/** A new secret for the key; of an expired one, a new term. */
FormRequest rotationForm(const KeyFormsPort &port, const KeyRow &key, const VerbInfo &verb,
                         Timestamp now);

/** What the vendor lets be changed of the key; the fields begin as the key is. */
FormRequest updateForm(const KeyFormsPort &port, const KeyRow &key, const VerbInfo &verb);

/** A new key in the place of the old one, which is ended later; `known` is what is taken over. */
FormRequest replacementForm(const KeyFormsPort &port, const KeyRow &key, const VerbInfo &create,
                            const ReplacementForm &known);

} // namespace chatelaine
