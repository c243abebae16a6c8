// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practice/http.h"
#include "practice/records.h"

#include <QJsonArray>
#include <QList>

#include <mutex>

namespace chatelaine::practice {

/** What arrived lately, without any credential. Thread-safe. */
class RequestLog
{
public:
    /** `fault` is empty for none; `reached` says whether the system saw the request. */
    void add(const QString &system, const Request &request, const Reply &reply, Millis time,
             const QString &fault, bool reached);
    void clear();
    QJsonArray list() const;

private:
    static constexpr qsizetype mostEntries = 2000;
    mutable std::mutex m_mutex;
    QList<QJsonObject> m_entries;
};

} // namespace chatelaine::practice
