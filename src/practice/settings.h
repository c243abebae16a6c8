// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace chatelaine::practice {

/** What can be set about a system while it runs. */
struct Setting
{
    QLatin1StringView name;
    QJsonValue initial;       ///< a text, a truth value or a number; later values are of its type
    QStringList choices = {}; ///< of a text
};

/**
 * How one system behaves where its vendor's hosts differ, or where a state cannot be reached from
 * outside. Not kept: a new start begins with the initial values.
 */
class Settings
{
public:
    explicit Settings(QList<Setting> known);

    /** What is wrong with `changes`; nothing if they can be applied. */
    std::optional<QString> check(const QJsonObject &changes) const;
    void apply(const QJsonObject &changes);
    void reset();
    const QJsonObject &values() const { return m_values; }

    bool isOn(QLatin1StringView name) const { return value(name).toBool(); }
    int number(QLatin1StringView name) const { return value(name).toInt(); }
    bool is(QLatin1StringView name, QLatin1StringView choice) const
    {
        return value(name).toString() == choice;
    }
    QString text(QLatin1StringView name) const { return value(name).toString(); }

private:
    QJsonValue value(QLatin1StringView name) const;

    QList<Setting> m_known;
    QJsonObject m_values;
};

} // namespace chatelaine::practice
