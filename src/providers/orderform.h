// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "providers/definition.h"

#include "core/outcome.h"

namespace chatelaine {

/** Checks what was entered against a form: InvalidRequest that names the field. */
Outcome<Done> checkForm(const QList<FieldTemplate> &fields,
                        const QMap<QString, QJsonValue> &values);

/** What was entered, without what was left empty (an absent member is not an empty one), and the
 * ids of the containers. */
TemplateValues formValues(const ContainerPath &container, const QMap<QString, QJsonValue> &entered);

} // namespace chatelaine
