// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace CLI {
class App;
}

namespace chatelaine::cli {

/** One sub-command at the end of the command tree: declares its options, and reads them once the
 * command line was parsed. A thin cover that keeps CLI11's types in two files. */
class Arguments
{
public:
    explicit Arguments(CLI::App *app)
        : m_app(app)
    {}

    // Declaring. `form` is the placeholder that the help shows for the value.
    Arguments &argument(const char *name, const QString &help);  ///< required, positional
    Arguments &arguments(const char *name, const QString &help); ///< any number of positional ones
    Arguments &option(const char *name, const char *form, const QString &help);
    Arguments &required(const char *name, const char *form, const QString &help);
    Arguments &repeatable(const char *name, const char *form, const QString &help);
    Arguments &flag(const char *name, const QString &help);

    // Reading.
    bool chosen() const; ///< whether the command line names this sub-command
    bool has(const char *name) const;
    QString text(const char *name) const; ///< empty when not given
    QStringList texts(const char *name) const;
    QString file(const char *name) const; ///< made absolute; empty when not given

private:
    CLI::App *m_app;
};

} // namespace chatelaine::cli
