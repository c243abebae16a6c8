// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/auditexport.h"

#include "core/redaction.h"
#include "providers/gunzip.h"
#include "providers/keylisting.h"
#include "providers/webhooktemplate.h"

#include <QSaveFile>
#include <QTemporaryFile>
#include <QtConcurrentRun>

using namespace Qt::Literals::StringLiterals;

namespace chatelaine {

namespace {

constexpr std::chrono::milliseconds downloadDeadline{std::chrono::minutes(30)};
constexpr qsizetype longestExportText = 500;

class ExportTexts
{
    Q_DECLARE_TR_FUNCTIONS(ProviderClient)
public:
    static Error unsupported(const Definition &definition)
    {
        Error error;
        error.kind = ErrorKind::Unsupported;
        error.message = tr("%1 does not export an audit log from here.").arg(definition.info.name);
        return error;
    }
    static Error withoutId()
    {
        Error error;
        error.kind = ErrorKind::Protocol;
        error.message = tr("The vendor's answer does not tell which export it began.");
        return error;
    }
    static Error unwritable(const QString &file, const QString &reason)
    {
        Error error;
        error.kind = ErrorKind::Storage;
        error.message = tr("The file %1 could not be written: %2").arg(file, reason);
        return error;
    }
};

const AuditExportLevel *levelOf(const Definition &definition, const ContainerPath &container)
{
    const QString wanted = container.isEmpty() ? u"account"_s : container.last().level;
    if (!definition.audit)
        return nullptr;
    for (const AuditExportLevel &level : definition.audit->levels) {
        if (level.level == wanted)
            return &level;
    }
    return nullptr;
}

VendorAuditExport exportFrom(const AuditExportTemplate &audit, const VendorAnswer &answer)
{
    using Rule = ExportStateRule::State;
    using State = VendorAuditExport::State;
    VendorAuditExport read;
    read.id = sourceId(audit.id, answer.body);
    if (const auto rows = sourceNumber(audit.rows, answer.body); rows && *rows >= 0 && *rows < 1e15)
        read.rows = static_cast<qint64>(*rows);
    read.message = redacted(sourceText(audit.message, answer.body), longestExportText);
    for (const ExportStateRule &rule : audit.states) {
        if (rule.condition && !holds(*rule.condition, answer.body, answer.receivedAt))
            continue;
        read.state = rule.state == Rule::Ready    ? State::Ready
                     : rule.state == Rule::Failed ? State::Failed
                                                  : State::Running;
        break;
    }
    return read;
}

FutureOutcome<VendorAuditExport> ask(Exchanger *exchanger, const Call &call)
{
    Answer<VendorAuditExport> answer;
    whenDone(exchanger->exchange(call), exchanger,
             [answer, audit = exchanger->definition().audit](const Outcome<VendorAnswerPtr> &got) {
                 if (!got || got.value()->error) {
                     answer.give(got ? *got.value()->error : got.error());
                     return;
                 }
                 VendorAuditExport read = exportFrom(*audit, *got.value());
                 if (read.id.isEmpty())
                     answer.give(ExportTexts::withoutId());
                 else
                     answer.give(std::move(read));
             });
    return answer.future();
}

/** Runs on the pool. */
Outcome<Done> unpackTo(const std::shared_ptr<QTemporaryFile> &packed, const QString &file)
{
    QSaveFile target(file);
    target.setDirectWriteFallback(false);
    if (!packed->seek(0) || !target.open(QIODevice::WriteOnly))
        return ExportTexts::unwritable(file, target.errorString());
    target.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (const auto unpacked = unpackGzip(*packed, target); !unpacked) {
        target.cancelWriting();
        return unpacked;
    }
    if (!target.commit())
        return ExportTexts::unwritable(file, target.errorString());
    return Done{};
}

} // namespace

FutureOutcome<VendorAuditExport> startExport(Exchanger *exchanger, const VendorAuditOrder &order)
{
    const AuditExportLevel *level = levelOf(exchanger->definition(), order.container);
    if (!level)
        return readyOutcome<VendorAuditExport>(ExportTexts::unsupported(exchanger->definition()));
    Call call;
    call.request = level->start;
    call.values = containerValues(order.container);
    if (order.from)
        call.values.insert(u"from"_s, order.from->toIso());
    if (order.to)
        call.values.insert(u"to"_s, order.to->toIso());
    if (!order.search.isEmpty())
        call.values.insert(u"search"_s, order.search);
    return ask(exchanger, call);
}

FutureOutcome<VendorAuditExport> readExportState(Exchanger *exchanger,
                                                 const VendorAuditOrder &order, const QString &id)
{
    const AuditExportLevel *level = levelOf(exchanger->definition(), order.container);
    if (!level)
        return readyOutcome<VendorAuditExport>(ExportTexts::unsupported(exchanger->definition()));
    Call call;
    call.request = level->state;
    call.values = containerValues(order.container);
    call.values.insert(u"id"_s, id);
    return ask(exchanger, call);
}

FutureOutcome<Done> downloadExport(Exchanger *exchanger, const VendorAuditOrder &order,
                                   const QString &id, const QString &file,
                                   CancellationPtr cancellation)
{
    const AuditExportLevel *level = levelOf(exchanger->definition(), order.container);
    if (!level)
        return readyOutcome<Done>(ExportTexts::unsupported(exchanger->definition()));
    auto packed = std::make_shared<QTemporaryFile>(file + u".XXXXXX"_s);
    if (!packed->open())
        return readyOutcome<Done>(ExportTexts::unwritable(file, packed->errorString()));
    Call call;
    call.request = level->download;
    call.values = containerValues(order.container);
    call.values.insert(u"id"_s, id);
    call.sink = packed;
    call.deadline = downloadDeadline;
    call.cancellation = std::move(cancellation);
    Answer<Done> answer;
    whenDone(exchanger->exchange(call), exchanger,
             [answer, packed, file, exchanger](const Outcome<VendorAnswerPtr> &got) {
                 if (!got || got.value()->error) {
                     answer.give(got ? *got.value()->error : got.error());
                     return;
                 }
                 whenDone(QtConcurrent::run([packed, file] { return unpackTo(packed, file); }),
                          exchanger,
                          [answer](const Outcome<Done> &unpacked) { answer.give(unpacked); });
             });
    return answer.future();
}

} // namespace chatelaine
