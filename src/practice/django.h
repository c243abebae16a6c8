// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practice/http.h"
#include "practice/records.h"

#include <QJsonArray>

#include <functional>

/** Answers as the Django REST Framework gives them. */
namespace chatelaine::practice::django {

/** With microseconds. */
QString timeText(Millis time);
QJsonValue timeText(const std::optional<Millis> &time);

Reply detail(int status, const QString &text);
Reply unknownPage();

/** One page of a list; `fetch` gives its items from an offset on. */
Reply paged(const Request &request, qint64 count, qint64 pageSize,
            const std::function<QJsonArray(qint64 offset)> &fetch);

/** The text field `name` of a body; `errors` takes what is wrong with it. */
QString checkText(const QJsonObject &body, const QString &name, int longest, QJsonObject &errors);
/** The same of a field that must be one of `choices`. */
QString checkChoice(const QJsonObject &body, const QString &name, const QStringList &choices,
                    QJsonObject &errors);

/** The body of a write: an object, or the answer that refuses it. */
std::optional<Reply> parseBody(const Request &request, QJsonObject &body);

} // namespace chatelaine::practice::django
