// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/composition.h"
#include "app/programsetup.h"
#include "gui/common/readablepalette.h"
#include "gui/mainwindow.h"
#include "models/modelfactory.h"
#include "services/keyservice.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>
#include <QMessageBox>

#include <algorithm>

namespace {

/** The profile cannot be opened: there is nothing to show but why. */
int refuse(const chatelaine::Error &error)
{
    QMessageBox box(QMessageBox::Critical, QGuiApplication::applicationDisplayName(), error.message,
                    QMessageBox::Close);
    box.setInformativeText(error.next);
    box.show();
    QApplication::exec();
    return 1;
}

/** @return the profile's folder. Ends the program after --help, --version and wrong usage. */
QString readArguments(const QCoreApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate(
        "main", "Every API key of every account at every vendor, in one window."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption profile(
        QStringLiteral("profile"),
        QCoreApplication::translate("main", "Use the profile in this folder."),
        QCoreApplication::translate("main", "folder"));
    parser.addOption(profile);
    parser.process(application);
    return parser.value(profile);
}

bool asksForHelp(int argc, char **argv)
{
    const QByteArrayList words = {"-h", "--help", "--help-all", "-v", "--version"};
    return std::any_of(argv + 1, argv + argc,
                       [&words](const char *word) { return words.contains(word); });
}

} // namespace

int main(int argc, char **argv)
{
    using namespace chatelaine;
    prepareProcess();
    if (asksForHelp(argc, argv)) {
        QCoreApplication application(argc, argv); // wants no display
        prepareApplication(application);
        readArguments(application);
        return 0;
    }
    QApplication application(argc, argv);
    prepareApplication(application);
    new ReadablePalette(application);
    QGuiApplication::setDesktopFileName(QStringLiteral("io.github.chatelaine.Chatelaine"));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Chatelaine"));
    QApplication::setWindowIcon(
        QIcon(QStringLiteral(":/icons/io.github.chatelaine.Chatelaine.svg")));

    const QString profile = readArguments(application);
    const auto made = Composition::make(
        {profile, QStringLiteral("chatelaine"),
         QCoreApplication::applicationDirPath() + QStringLiteral("/chatelaine-practice"), true});
    if (!made)
        return refuse(made.error());
    Composition &composition = **made;
    // What an earlier run left unfinished becomes a doubt, which the window shows when it hears of
    // it.
    const auto recovered = composition.services().keys.recover();
    Q_UNUSED(recovered)
    ModelFactory models(composition.store());
    WindowOptions options;
    options.settingsFile = composition.profile() + QStringLiteral("/settings.ini");
    MainWindow window(composition.services(), models, composition.clock(), options);
    window.show();
    return QApplication::exec();
}
