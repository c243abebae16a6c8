// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/arguments.h"

#include "cli/cli11.h"

#include <QDir>

namespace chatelaine::cli {

namespace {

CLI::Option *addValue(CLI::App *app, const char *name, const char *form, const QString &help)
{
    CLI::Option *option = app->add_option(name, CLI::callback_t(), help.toStdString());
    return option->type_name(form)->type_size(1)->expected(1);
}

} // namespace

Arguments &Arguments::argument(const char *name, const QString &help)
{
    addValue(m_app, name, "", help)->required();
    return *this;
}

Arguments &Arguments::arguments(const char *name, const QString &help)
{
    addValue(m_app, name, "", help)
        ->expected(1, CLI::detail::expected_max_vector_size)
        ->allow_extra_args();
    return *this;
}

Arguments &Arguments::option(const char *name, const char *form, const QString &help)
{
    addValue(m_app, name, form, help);
    return *this;
}

Arguments &Arguments::required(const char *name, const char *form, const QString &help)
{
    addValue(m_app, name, form, help)->required();
    return *this;
}

Arguments &Arguments::repeatable(const char *name, const char *form, const QString &help)
{
    addValue(m_app, name, form, help)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    return *this;
}

Arguments &Arguments::flag(const char *name, const QString &help)
{
    const std::string text = help.toStdString();
    m_app->add_flag(name, text);
    return *this;
}

bool Arguments::chosen() const
{
    return m_app->parsed();
}

bool Arguments::has(const char *name) const
{
    return m_app->count(name) > 0;
}

QString Arguments::text(const char *name) const
{
    const QStringList all = texts(name);
    return all.isEmpty() ? QString() : all.constFirst();
}

QStringList Arguments::texts(const char *name) const
{
    QStringList all;
    for (const std::string &value : m_app->get_option(name)->results())
        all.append(QString::fromLocal8Bit(value));
    return all;
}

QString Arguments::file(const char *name) const
{
    const QString path = text(name);
    return path.isEmpty() ? path : QDir::current().absoluteFilePath(path);
}

} // namespace chatelaine::cli
