// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/settings.h"

#include <algorithm>

namespace chatelaine::practice {

using namespace Qt::Literals::StringLiterals;

Settings::Settings(QList<Setting> known)
    : m_known(std::move(known))
{
    reset();
}

std::optional<QString> Settings::check(const QJsonObject &changes) const
{
    for (auto it = changes.begin(); it != changes.end(); ++it) {
        const auto known =
            std::find_if(m_known.begin(), m_known.end(),
                         [&](const Setting &setting) { return setting.name == it.key(); });
        if (known == m_known.end())
            return u"There is no setting %1."_s.arg(it.key());
        if (it->type() != known->initial.type())
            return u"%1 is of another type."_s.arg(it.key());
        if (it->isString() && !known->choices.contains(it->toString()))
            return u"%1 must be one of %2."_s.arg(it.key(), known->choices.join(", "_L1));
        if (it->isDouble() && it->toInt(-1) < 0)
            return u"%1 must be a whole number, not negative."_s.arg(it.key());
    }
    return std::nullopt;
}

void Settings::apply(const QJsonObject &changes)
{
    for (auto it = changes.begin(); it != changes.end(); ++it)
        m_values.insert(it.key(), it.value());
}

void Settings::reset()
{
    for (const Setting &setting : m_known)
        m_values.insert(setting.name, setting.initial);
}

QJsonValue Settings::value(QLatin1StringView name) const
{
    Q_ASSERT(m_values.contains(name));
    return m_values.value(name);
}

} // namespace chatelaine::practice
