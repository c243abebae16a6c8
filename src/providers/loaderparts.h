// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "providers/definition.h"
#include "providers/objectreader.h"

#include <functional>

namespace chatelaine {

// The parts of the strict loader, one file each by topic. Every function reports what is wrong
// through the context and goes on, so that a reader sees all of it at once.

/** What the placeholders of a request may be. */
struct RequestScope
{
    QStringList known;        ///< placeholders that have a value here
    QStringList secrets;      ///< slots: allowed in an auth header only
    QStringList authProfiles; ///< names of the connection's profiles
    bool mayAuthenticate = true;

    RequestScope with(const QStringList &more) const
    {
        RequestScope wider = *this;
        wider.known += more;
        return wider;
    }
};

// loadsource.cpp
Source readSource(LoaderContext &context, const LocatedValue &located);
Source readSource(ObjectReader &reader, const char *name, Need need = Need::Optional);
TimeForm readTimeForm(ObjectReader &reader);
std::optional<Condition> readCondition(ObjectReader &reader, const char *name,
                                       Need need = Need::Optional);
QList<DetailSource> readDetails(ObjectReader &reader, const char *name);
QList<StateRule> readStates(ObjectReader &reader, const char *name);

// loadrequest.cpp
RequestTemplate readRequest(ObjectReader &reader, const char *name, const RequestScope &scope,
                            qint64 defaultMaximumBody = 1 << 20);
ListTemplate readList(LoaderContext &context, const LocatedValue &located,
                      const RequestScope &scope, const QString &capability);
/** Whether HTTP itself sets this header: a definition cannot. */
bool isOfTheConnection(const QString &header);
QString ownHeaderReason(const QString &header);
QList<std::pair<QByteArray, QByteArray>> readHeaders(ObjectReader &reader, const char *name);
std::optional<TextTemplate> readTemplate(LoaderContext &context, const LocatedValue &located,
                                         const RequestScope &scope);
QStringList placeholdersOf(const RequestTemplate &request);

// loadconnection.cpp
ConnectionTemplate readConnection(LoaderContext &context, const LocatedValue &located);
QList<AuthForm> readAuthForms(ObjectReader &reader, const char *name, const QStringList &slotIds,
                              Need need = Need::Optional);
QList<AccountProbe> readAccountCheck(ObjectReader &outer, const RequestScope &scope, QString *note,
                                     QList<RequestTemplate> *others);

/** What the requests of this connection may use. */
RequestScope requestScope(const ConnectionTemplate &connection);

// loaderrors.cpp
ErrorTemplate readErrors(LoaderContext &context, const LocatedValue &located);
AnswerMatch readMatch(ObjectReader &reader);
QList<int> readStatuses(ObjectReader &reader, const char *name);
QList<NoticeTemplate> readNotices(ObjectReader &reader);

// loadlevels.cpp
QList<LevelTemplate> readLevels(ObjectReader &reader, const RequestScope &scope);
/** The ids of the levels from the top to `level`: what a path below may name. */
QStringList levelsDownTo(const QList<LevelTemplate> &levels, const QString &level);

// loadfields.cpp
QStringList readKeyStates(ObjectReader &reader, const char *name);
/** The member `fields`: a form. */
QList<FieldTemplate> readFields(ObjectReader &reader, const RequestScope &scope);
QStringList fieldIds(const QList<FieldTemplate> &fields);
QList<FieldInfo> fieldInfos(const QList<FieldTemplate> &fields);
/** Reports an input that the request does nothing with. */
void checkFieldsAreUsed(ObjectReader &reader, const QList<FieldTemplate> &fields,
                        const RequestTemplate &request);

// loadkinds.cpp, loadverbs.cpp
QList<KindTemplate> readKinds(ObjectReader &reader, const QList<LevelTemplate> &levels,
                              const RequestScope &scope, const QStringList &slotIds);
QList<VerbTemplate> readVerbs(ObjectReader &reader, const RequestScope &scope);
QList<CheckProbe> readChecks(ObjectReader &reader, const RequestScope &scope);

// loadlimits.cpp
RateLimitTemplate readRateLimit(ObjectReader &reader);
QList<LaneRule> readLanes(ObjectReader &reader);
QList<CheckForm> readCheckForms(ObjectReader &reader, const RequestScope &scope);

// loadwebhooks.cpp
std::shared_ptr<const WebhookTemplate> readWebhooks(ObjectReader &reader,
                                                    const QList<LevelTemplate> &levels,
                                                    const ConnectionTemplate &connection,
                                                    const RequestScope &scope);
std::shared_ptr<const AuditExportTemplate> readAuditExport(ObjectReader &reader,
                                                           const QList<LevelTemplate> &levels,
                                                           const RequestScope &scope);

// loadreadings.cpp
std::optional<UsageTemplate> readUsage(ObjectReader &reader, const QList<LevelTemplate> &levels,
                                       const RequestScope &scope);
QList<QuotaTemplate> readQuotas(ObjectReader &reader, const RequestScope &scope);

// loadvariants.cpp
/** Reads a patched document as a definition of its own. Never null. */
using PatchedReader = std::function<std::shared_ptr<Definition>(
    LoaderContext &context, const QJsonObject &patched, const VariantTemplate &variant)>;
QList<VariantTemplate> readVariants(LoaderContext &context, const QJsonObject &document,
                                    const QString &file, const PatchedReader &read);

} // namespace chatelaine
