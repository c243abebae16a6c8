// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/composition.h"
#include "app/programsetup.h"
#include "cli/run.h"
#include "secrets/secret.h"

#include <QGuiApplication>

#include <algorithm>
#include <memory>
#include <string_view>

namespace {

/** Painting a PDF needs fonts, and these a QGuiApplication; nothing else is worth its start. */
bool paints(int argc, char **argv)
{
    return std::any_of(argv, argv + argc, [](std::string_view argument) {
        return argument.ends_with("pdf") || argument.ends_with("pack");
    });
}

std::unique_ptr<QCoreApplication> makeApplication(int &argc, char **argv)
{
    if (!paints(argc, argv))
        return std::make_unique<QCoreApplication>(argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen"); // never a display, whatever the desktop says
    return std::make_unique<QGuiApplication>(argc, argv);
}

} // namespace

int main(int argc, char **argv)
{
    using namespace chatelaine;
    prepareProcess();
    const auto application = makeApplication(argc, argv);
    prepareApplication(*application);

    std::unique_ptr<Composition> composition;
    return cli::runChatelainectl(argc, argv,
                                 [&](const cli::CliOptions &options) -> Outcome<Services *> {
                                     CompositionOptions wanted;
                                     wanted.profile = options.profile;
                                     wanted.program = QStringLiteral("chatelainectl");
                                     wanted.team = options.database;
                                     auto made = Composition::make(wanted);
                                     if (!made)
                                         return made.error();
                                     composition = std::move(made).value();
                                     return &composition->services();
                                 });
}
