// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/composition.h"
#include "app/programsetup.h"
#include "cli/run.h"
#include "secrets/secret.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    using namespace chatelaine;
    prepareProcess();
    QCoreApplication application(argc, argv);
    prepareApplication(application);

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
