// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commandline.h"

#include "cli/cli11.h"
#include "cli/commandtree.h"

#include <QDir>

namespace chatelaine::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

struct CommandLineTexts
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::cli::CommandLine)
};

bool wantsJson(int argc, const char *const *argv)
{
    return std::any_of(argv, argv + argc,
                       [](const char *word) { return QByteArrayView(word) == "--json"; });
}

/** CLI11 repeats what it did not expect; that may be a secret which does not belong there. */
QString unexpected(const CLI::App &root)
{
    QStringList options;
    for (const std::string &word : root.remaining(true)) {
        const QString text = QString::fromLocal8Bit(word);
        if (text.startsWith("--"_L1))
            options.append(text.section(u'=', 0, 0));
    }
    if (options.isEmpty())
        return CommandLineTexts::tr("There is more on the command line than the command takes.");
    return CommandLineTexts::tr("The command does not take %1.").arg(options.join(", "_L1));
}

QString helpHint(const CLI::App &root)
{
    QString command = QString::fromStdString(root.get_name());
    const CLI::App *deepest = &root;
    while (!deepest->get_subcommands().empty()) {
        deepest = deepest->get_subcommands().back();
        command += u' ' + QString::fromStdString(deepest->get_name());
    }
    return CommandLineTexts::tr("See: %1 --help").arg(command);
}

NoCommand wrongUsage(const CLI::App &root, bool json, const QString &what)
{
    return {2, json, json ? what : what + u'\n' + helpHint(root)};
}

} // namespace

std::variant<CommandLine, NoCommand> parse(int argc, const char *const *argv)
{
    const bool json = wantsJson(argc, argv);
    CLI::App root(
        CommandLineTexts::tr("Keeps the API keys of every account at every vendor.").toStdString(),
        "chatelainectl");
    root.fallthrough();
    root.set_version_flag("--version", "chatelainectl " CHATELAINE_VERSION);
    CLI::Option *profile =
        root.add_option("--profile", CLI::callback_t(),
                        CommandLineTexts::tr("Folder of the profile").toStdString());
    profile->type_name("DIR")->type_size(1)->expected(1);
    CLI::Option *database = root.add_option(
        "--database", CLI::callback_t(),
        CommandLineTexts::tr("The team's database for this run: postgresql://...").toStdString());
    database->type_name("ADDRESS")->type_size(1)->expected(1);
    const std::string jsonHelp = CommandLineTexts::tr("Write one JSON document").toStdString();
    root.add_flag("--json", jsonHelp);
    const CommandTree tree(root);
    root.require_subcommand(1);

    try {
        root.parse(argc, argv);
    } catch (const CLI::CallForHelp &) {
        return NoCommand{0, false, QString::fromStdString(root.help()).trimmed()};
    } catch (const CLI::CallForVersion &asked) {
        return NoCommand{0, false, QString::fromLatin1(asked.what())};
    } catch (const CLI::ExtrasError &) {
        return wrongUsage(root, json, unexpected(root));
    } catch (const CLI::ParseError &error) {
        return wrongUsage(root, json, QString::fromLocal8Bit(error.what()));
    }

    const Outcome<Command> command = tree.chosen();
    if (!command)
        return wrongUsage(root, json, command.error().message);
    CommandLine line{{{}, json}, *command};
    if (!profile->results().empty())
        line.options.profile =
            QDir::current().absoluteFilePath(QString::fromLocal8Bit(profile->results().front()));
    if (!database->results().empty()) {
        const auto address =
            TeamAddress::parse(QString::fromLocal8Bit(database->results().front()));
        if (!address)
            return NoCommand{2, json, address.error().message + u' ' + address.error().next};
        line.options.database = *address;
    }
    return line;
}

} // namespace chatelaine::cli
