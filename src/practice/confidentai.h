// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practice/system.h"

namespace chatelaine::practice {

/**
 * Confident AI: organization and project keys that can be switched off. Both generations of its
 * API answer side by side; the second adds expiry, rotation and the export of the audit log.
 */
class ConfidentAi final : public System
{
public:
    explicit ConfidentAi(State &state);

    Reply handle(const Request &request) override;
    Reply failure(int status) const override;
    std::optional<Minted> mint(const MintOrder &order) override;

private:
    enum class Generation { First, Second };
    /** A change, as the audit log tells it. */
    struct Event
    {
        QString action; ///< empty: nothing was changed
        QString resource;
        QString keyName;
    };
    struct Call
    {
        const Request &request; ///< its path without the generation
        Generation generation;
        KeyRecord caller;
        QStringList captured; ///< a project's id first, where the path has one; a key's id last
        QString container;    ///< whose keys are meant: the organization or the project
        Event event;

        bool ofOrganization() const { return container == caller.container; }
        QJsonObject body() const { return request.json().value_or(QJsonObject()); }
    };

    static Reply success(const QJsonObject &data, int status = 200);
    /** One record: in the first generation under its name, in the second as it is. */
    static Reply record(const Call &call, const QString &name, const QJsonObject &object,
                        int status = 200);
    static Reply created(const Call &call, const QString &name, const QJsonObject &object);
    static Reply deleted(const Call &call, const QJsonValue &deletedId);
    static Reply refusal(int status, const QString &why);
    static std::optional<Reply> parseName(const QJsonObject &body, QString &name);
    /** The first generation writes `Z` and milliseconds, the second an offset and neither. */
    static QString timeText(Generation generation, Millis time);
    static QJsonValue timeText(Generation generation, const std::optional<Millis> &time);

    Form newSecret(const KeyRecord &key) const override;
    Reply dispatch(const Request &request);
    QByteArray presentedKey(const Request &request) const;
    /** Nothing if the caller may go on, else the refusal. */
    std::optional<Reply> authenticate(Call &call) const;
    std::optional<Reply> locate(Call &call) const;
    void announceRotation(const Request &request, Reply &reply) const;

    // Keys
    std::optional<KeyRecord> keyOf(const Call &call) const;
    Minted issueIn(const QString &container, const QString &kind, const MintOrder &order);
    QJsonObject keyObject(Generation generation, const KeyRecord &key) const;
    /** The record of a key whose rotation is overdue, with the rotation done. */
    KeyRecord completed(KeyRecord key);
    std::optional<Reply> parseExpiry(const QJsonObject &body, std::optional<Millis> &expiry) const;
    Reply listKeys(Call &call);
    Reply createKey(Call &call);
    Reply readKey(Call &call);
    Reply updateKey(Call &call);
    Reply rotateKey(Call &call);
    Reply deleteKey(Call &call);

    // The organization and its projects
    bool nameTaken(const QString &name, const QString &except) const;
    Reply readOrganization(Call &call);
    Reply renameOrganization(Call &call);
    Reply listProjects(Call &call);
    Reply createProject(Call &call);
    Reply readProject(Call &call);
    Reply updateProject(Call &call);
    Reply deleteProject(Call &call);
    Reply listPrompts(Call &call);

    // The audit log
    void recordEvent(const Call &call, const Reply &reply);
    QJsonObject exportObject(const Call &call, const DocumentRecord &document) const;
    std::optional<DocumentRecord> exportOf(const Call &call, const QString &exportId) const;
    bool exportRunning(const Call &call) const;
    QString exportStatus(const QJsonObject &content) const;
    Reply startExport(Call &call);
    Reply readExport(Call &call);
    Reply downloadExport(Call &call);

    static const Route<ConfidentAi, Call> routes[];
    static const Route<ConfidentAi, Call> secondGenerationRoutes[];
};

} // namespace chatelaine::practice
