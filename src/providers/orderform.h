// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "providers/definition.h"

#include "core/outcome.h"

namespace chatelaine {

/** Checks what was entered against a form: InvalidRequest that names the field. `state`: of the
 * key that the form is for, when there is one. */
Outcome<Done> checkForm(const QList<FieldTemplate> &fields, const QMap<QString, QJsonValue> &values,
                        std::optional<KeyState> state = {});

enum class Empties { LeftOut, Sent };

/** What was entered as the request wants it, and the ids of the containers: durations in their
 * unit, and a null where one has a meaning. Empty inputs are left out (an absent member is not an
 * empty one), unless they are what is to be set. */
TemplateValues formValues(const ContainerPath &container, const QList<FieldTemplate> &fields,
                          const QMap<QString, QJsonValue> &entered,
                          Empties empties = Empties::LeftOut);

/** Whether a field was filled in with something other than 0 or false. */
bool isGiven(const QMap<QString, QJsonValue> &entered, const QString &field);

} // namespace chatelaine
