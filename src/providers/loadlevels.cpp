// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/loaderparts.h"

using namespace Qt::Literals::StringLiterals;

namespace chatelaine {

QStringList levelsDownTo(const QList<LevelTemplate> &levels, const QString &level)
{
    QStringList ids;
    for (const LevelTemplate &candidate : levels) {
        if (level == u"account"_s)
            break;
        ids.append(candidate.info.id);
        if (candidate.info.id == level)
            break;
    }
    return ids;
}

QList<LevelTemplate> readLevels(ObjectReader &reader, const RequestScope &scope)
{
    QList<LevelTemplate> levels;
    QStringList parents;
    for (const LocatedValue &located : reader.array("levels")) {
        ObjectReader level(reader.context(), located);
        LevelTemplate read;
        read.info.id = level.oneOf("id", {u"organization"_s, u"project"_s}, Need::Required);
        if (parents.contains(read.info.id))
            level.report("id", ObjectReader::tr("the id \"%1\" is taken").arg(read.info.id));
        read.info.label = level.text("label", Need::Required);
        read.info.plural = level.text("plural", Need::Required);
        read.list = readList(reader.context(), level.member("list"), scope.with(parents),
                             u"levels."_s + read.info.id);
        read.id = readSource(level, "record_id", Need::Required);
        read.name = readSource(level, "record_name");
        read.details = readDetails(level, "details");
        parents.append(read.info.id);
        levels.append(read);
    }
    return levels;
}

} // namespace chatelaine
