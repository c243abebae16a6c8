// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/commandline.h"

// What the words of a command mean at a certain provider. Pure functions: nothing is asked.

namespace chatelaine::cli {

/** The kind on which `verb` shall be done: the one named, else the only one that fits. With a
 * project named, kinds of the level "project" fit, without one those above it do; if there is none
 * above, the project's is taken and the project will be missed. Unsupported names the verbs that
 * exist. */
Outcome<KindInfo> chooseKind(const ProviderInfo &provider, const QString &kind, KeyVerb verb,
                             bool projectNamed);

/** The kind of an existing key that is recorded: the one named, else the only one that is always
 * added by hand, else the only one. */
Outcome<KindInfo> chooseKindToAdd(const ProviderInfo &provider, const QString &kind);

/** Why `verb` cannot be done with such keys: Unsupported, naming the verbs that can. */
Error missingVerb(const ProviderInfo &provider, const KindInfo &kind, KeyVerb verb);

/** The one container that `text` means: an id, a name, or `ORG/PROJECT`. `level` empty: any, a
 * project before an organization. `accountName` says whose a row is, for the candidates. */
Outcome<ContainerRow> chooseContainer(const QList<ContainerRow> &rows, const QString &text,
                                      const QString &level,
                                      const std::function<QString(const AccountId &)> &accountName);

/** Where a new key of `kind` goes; an empty `text` is enough where there is one place only. */
Outcome<ContainerPath> placeFor(const KindInfo &kind, const QString &text,
                                const QList<ContainerRow> &rows, const AccountRow &account);

/** The choices with their slots named, in the same order. `complete`: every required slot must have
 * one. */
Outcome<QList<CredentialChoice>> chooseSlots(const ProviderInfo &provider,
                                             const QList<CredentialChoice> &choices, bool complete);

/** An option that fills the field of this role, or of this id. */
struct NamedOption
{
    QString role;
    QString option; ///< as the user writes it
    QStringList values;
};

/** The values of the fields that were given, by options and by every `--set`. InvalidRequest names
 * the field or option that does not fit. */
Outcome<QMap<QString, QJsonValue>> givenValues(const ProviderInfo &provider,
                                               const QList<FieldInfo> &fields,
                                               const QList<NamedOption> &options,
                                               const SetFields &set);

/** The same, with the form's defaults; InvalidRequest also where a required one is missing. */
Outcome<QMap<QString, QJsonValue>> formValues(const ProviderInfo &provider,
                                              const QList<FieldInfo> &fields,
                                              const QList<NamedOption> &options,
                                              const SetFields &set);

/** A duration as such an option has it; no values when it was not given. */
QStringList optionSeconds(const std::optional<qint64> &seconds);

/** The values of the create form, from the options and every `--set`. InvalidRequest names the
 * field or option that does not fit. */
Outcome<QMap<QString, QJsonValue>> formValues(const ProviderInfo &provider, const VerbInfo &create,
                                              const KeysCreate &command);

} // namespace chatelaine::cli
