// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/arguments.h"
#include "cli/commandline.h"

#include <QCoreApplication>

#include <functional>
#include <list>

namespace chatelaine::cli {

/** The sub-commands: their names, options and help, and how each becomes a Command. */
class CommandTree
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::cli::CommandTree)
public:
    explicit CommandTree(CLI::App &root);

    /** The command that was chosen. Call after the root has parsed; one was chosen then. */
    Outcome<Command> chosen() const;

private:
    using Reader = std::function<Outcome<Command>(const Arguments &)>;
    struct Leaf
    {
        Arguments arguments;
        Reader read;
    };

    CLI::App *group(const char *name, const QString &help);
    Arguments &leaf(CLI::App *parent, const char *name, const QString &help, Reader read);

    void addProviders();
    void addAccounts(); // in commandtreeaccounts.cpp
    void addSync();
    void addContainers(const char *name, const char *level, const QString &help);
    void addKeyReaders();
    void addKeyMakers();
    void addKeyChanges();
    void addUsage();
    void addAudit();
    void addOperations(); // in commandtreeoperations.cpp, with secrets
    void addSecrets();
    void addFindings();     // in commandtreefindings.cpp
    void addKeyNotes();     // in commandtreenotes.cpp, with exceptions
    void addDestinations(); // in commandtreedestinations.cpp
    void addKeychain();
    void addTeam(); // in commandtreeteam.cpp
    // In commandtreechanges.cpp.
    void addContainerChanges(CLI::App *containers, const QString &level);
    void addKeyForms();
    void addReplacements();
    void addWebhooks();
    void addVendorExport(CLI::App *audit);
    void addBulk(); ///< in commandtreebulk.cpp

    CLI::App &m_root;
    CLI::App *m_keys = nullptr;
    std::list<Leaf> m_leaves;
};

} // namespace chatelaine::cli
