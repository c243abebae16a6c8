// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/credentials.h"

#include "practice/state.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>

namespace chatelaine::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

SampleCredentials read(const QString &fileName)
{
    SampleCredentials credentials;
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return credentials;
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    for (auto it = object.begin(); it != object.end(); ++it)
        credentials.insert(it.key(), it->toString());
    return credentials;
}

bool write(const QString &fileName, const SampleCredentials &credentials)
{
    QJsonObject object;
    for (auto it = credentials.begin(); it != credentials.end(); ++it)
        object.insert(it.key(), it.value());
    QSaveFile file(fileName);
    return file.open(QIODevice::WriteOnly) &&
           file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
           file.write(QJsonDocument(object).toJson()) > 0 && file.commit();
}

SampleCredentials reissued(State &state, const QList<System *> &systems)
{
    SampleCredentials credentials;
    for (System *system : systems) {
        const auto keys = state.keys({system->id()});
        const auto sample = std::find_if(keys.rbegin(), keys.rend(), [](const KeyRecord &key) {
            return key.name == sampleKeyName;
        });
        if (sample != keys.rend())
            credentials.insert(system->id(), system->reissue(*sample).secret);
    }
    return credentials;
}

} // namespace

Outcome<SampleCredentials> sampleCredentials(State &state, const QList<System *> &systems,
                                             const QString &database)
{
    const QString fileName = database + ".credentials"_L1;
    if (!database.isEmpty()) {
        SampleCredentials known = read(fileName);
        if (!known.isEmpty())
            return known;
    }
    const SampleCredentials fresh = reissued(state, systems);
    if (!database.isEmpty() && !write(fileName, fresh)) {
        Error error;
        error.kind = ErrorKind::Storage;
        error.message = QCoreApplication::translate("chatelaine::PracticeServer",
                                                    "The file %1 cannot be written.")
                            .arg(fileName);
        return error;
    }
    return fresh;
}

} // namespace chatelaine::practice
