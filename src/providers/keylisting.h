// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "providers/pager.h"

namespace chatelaine {

/** A key, and the pieces of its secrets that the vendor shows: two while it is rotated. */
struct ListedKey
{
    KeyRecord record;
    QStringList fragments;
    QJsonValue row{QJsonValue::Undefined}; ///< of the one key whose row was asked for
};

/** The keys of one kind in one container: several listings, merged by id. */
struct KeyReading
{
    QList<ListedKey> keys;
    QList<ListingSource> sources;
    std::optional<Error> error;                 ///< the first; `keys` is then only a part
    QJsonValue rowOfOne{QJsonValue::Undefined}; ///< as the vendor wrote it, of the key asked for

    bool complete() const;
    std::optional<KeyRecord> find(const VendorKeyId &id) const;
};

/** Never fails: what went wrong is in the reading. A kind that cannot be listed gives none, with
 * a source that says so. `rowOf`: a key of which the vendor's own row is wanted too. */
FutureOutcome<KeyReading> readKeys(Exchanger *exchanger, const KindTemplate &kind,
                                   const ContainerPath &container, bool background,
                                   CancellationPtr cancellation, const VendorKeyId &rowOf = {});

/** The ids of the containers as the placeholders of a request. */
TemplateValues containerValues(const ContainerPath &container);

/** Whether a fragment of a listed key is at its place in the credential in use. A hint: masks are
 * short. */
bool isFragmentOf(const SelfTemplate &self, const QString &fragment, const Secret &credential);

} // namespace chatelaine
