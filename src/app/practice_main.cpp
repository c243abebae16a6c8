// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/endingsignals.h"
#include "core/redaction.h"
#include "practice/practiceserver.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonDocument>
#include <QSocketNotifier>

#include <csignal>
#include <cstdio>
#include <optional>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int exitFailed = 1;
constexpr int exitUsage = 2;

class PracticeProgram
{
    Q_DECLARE_TR_FUNCTIONS(PracticeProgram)
};

void complain(const QString &message)
{
    std::fprintf(stderr, "chatelaine-practice: %s\n", qPrintable(message));
}

/** A whole number in `text` from 0 to `largest`. */
std::optional<qint64> numberIn(const QString &text, qint64 largest)
{
    bool ok = false;
    const qint64 number = text.toLongLong(&ok);
    if (!ok || number < 0 || number > largest)
        return std::nullopt;
    return number;
}

/** `projects=N,keys=N`, in any order, each at most once. */
bool parsePopulation(const QString &text, PracticeOptions &options)
{
    for (const QString &part : text.split(u',')) {
        const auto number = numberIn(part.section(u'=', 1), 10'000'000);
        if (!number)
            return false;
        const QString name = part.section(u'=', 0, 0);
        if (name == "projects"_L1)
            options.projects = *number;
        else if (name == "keys"_L1)
            options.keys = *number;
        else
            return false;
    }
    return true;
}

std::optional<PracticeOptions> parseOptions(const QCommandLineParser &parser)
{
    PracticeOptions options;
    const auto port = numberIn(parser.value(u"port"_s), 65'535 - 4);
    const auto latency = numberIn(parser.value(u"latency"_s), 600'000);
    if (!port || !latency) {
        complain(PracticeProgram::tr("A port or latency is not a number in range."));
        return std::nullopt;
    }
    options.port = quint16(*port);
    options.latencyMs = int(*latency);
    options.database = parser.value(u"database"_s);
    options.tls = parser.isSet(u"tls"_s);
    if (parser.isSet(u"no-credentials"_s) && options.database.isEmpty()) {
        complain(PracticeProgram::tr("--no-credentials goes with --database only."));
        return std::nullopt;
    }
    if (parser.isSet(u"populate"_s) && !parsePopulation(parser.value(u"populate"_s), options)) {
        complain(PracticeProgram::tr("Write --populate as projects=N,keys=N."));
        return std::nullopt;
    }
    return options;
}

#ifdef Q_OS_UNIX
/** The parent holds the other end of our standard input: when it is gone, so are we. */
void quitOnEndOfInput(QCoreApplication &application)
{
    auto *notifier = new QSocketNotifier(STDIN_FILENO, QSocketNotifier::Read, &application);
    QObject::connect(notifier, &QSocketNotifier::activated, &application, [notifier] {
        char ignored[256];
        if (::read(STDIN_FILENO, ignored, sizeof ignored) <= 0) {
            notifier->setEnabled(false);
            QCoreApplication::quit();
        }
    });
}
#else
void quitOnEndOfInput(QCoreApplication &) {}
#endif

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        PracticeProgram::tr("A local stand-in for Tempered, Tempo, Temporis and Confident AI."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {u"port"_s,
         PracticeProgram::tr(
             "Port of the control listener; the systems follow. 0 takes free ports."),
         u"N"_s, u"0"_s},
        {u"database"_s, PracticeProgram::tr("Keep everything in this file. Without it, in memory."),
         u"FILE"_s},
        {u"latency"_s, PracticeProgram::tr("Wait this many milliseconds before every answer."),
         u"MS"_s, u"0"_s},
        {u"tls"_s, PracticeProgram::tr("Serve the four systems over HTTPS.")},
        {u"populate"_s, PracticeProgram::tr("Add this many projects and keys to a new database."),
         u"projects=N,keys=N"_s},
        {u"no-credentials"_s,
         PracticeProgram::tr("Do not print the sample credentials: FILE.credentials has them.")},
        {u"until-eof"_s, PracticeProgram::tr("End when standard input ends.")},
    });
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"chatelaine-practice"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(CHATELAINE_VERSION));
    installRedactingLogHandler();

    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(QCoreApplication::arguments()) || !parser.positionalArguments().isEmpty()) {
        complain(parser.errorText().isEmpty()
                     ? PracticeProgram::tr("There are no arguments without a dash.")
                     : parser.errorText());
        return exitUsage;
    }
    if (parser.isSet(u"help"_s))
        parser.showHelp();
    if (parser.isSet(u"version"_s))
        parser.showVersion();
    const auto options = parseOptions(parser);
    if (!options)
        return exitUsage;

    onEndingSignal(&application, [] { QCoreApplication::quit(); });
#ifdef Q_OS_UNIX
    std::signal(SIGPIPE, SIG_IGN);
#endif
    PracticeServer server;
    const auto endpoints = server.start(*options);
    if (!endpoints) {
        complain(endpoints.error().message);
        return exitFailed;
    }
    const PracticeEndpoints shown =
        parser.isSet(u"no-credentials"_s) ? endpoints->withoutCredentials() : *endpoints;
    const QByteArray line = QJsonDocument(shown.toJson()).toJson(QJsonDocument::Compact);
    std::printf("%s\n", line.constData());
    std::fflush(stdout);
    if (parser.isSet(u"until-eof"_s))
        quitOnEndOfInput(application);
    return QCoreApplication::exec();
}
