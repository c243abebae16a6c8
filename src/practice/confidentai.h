// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practice/system.h"

namespace chatelaine::practice {

/** Confident AI, first generation: organization and project keys that can be switched off. */
class ConfidentAi final : public System
{
public:
    explicit ConfidentAi(State &state);

    Reply handle(const Request &request) override;
    Reply failure(int status) const override;
    std::optional<Minted> mint(const MintOrder &order) override;

private:
    struct Call
    {
        const Request &request;
        KeyRecord caller;
        QStringList captured; ///< a project's id first, where the path has one; a key's id last
        QString container;    ///< whose keys are meant: the organization or the project
    };

    Form newSecret(const KeyRecord &key) const override;
    /** Nothing if the caller may go on, else the refusal. */
    std::optional<Reply> authenticate(Call &call) const;
    std::optional<KeyRecord> keyOf(const Call &call) const;
    Minted issueIn(const QString &container, const QString &kind, const MintOrder &order);
    QJsonObject keyObject(const KeyRecord &key) const;
    bool nameTaken(const QString &name, const QString &except) const;

    Reply readOrganization(Call &call);
    Reply renameOrganization(Call &call);
    Reply listKeys(Call &call);
    Reply createKey(Call &call);
    Reply readKey(Call &call);
    Reply updateKey(Call &call);
    Reply deleteKey(Call &call);
    Reply listProjects(Call &call);
    Reply createProject(Call &call);
    Reply readProject(Call &call);
    Reply updateProject(Call &call);
    Reply deleteProject(Call &call);
    Reply listPrompts(Call &call);

    static const Route<ConfidentAi, Call> routes[];
};

} // namespace chatelaine::practice
