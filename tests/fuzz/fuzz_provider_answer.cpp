// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/catalog.h"
#include "providers/mapping.h"
#include "providers/newsecret.h"
#include "providers/vendoranswer.h"

#include <cstdlib>

using namespace chatelaine;

namespace {

/** What the mapping makes of the rows: any key must have an id and a bounded name. */
void mapRows(const Definition &definition, const VendorAnswer &answer)
{
    for (const KindTemplate &kind : definition.kinds) {
        for (const ListTemplate &list : kind.lists) {
            const auto rows = rowsOf(list.rows, answer.body);
            for (const QJsonValue &row : rows.value_or(QList<QJsonValue>())) {
                const auto key = mapRecord(kind, row, answer.receivedAt);
                if (key && (key->id.isEmpty() || key->name.size() > longestMappedText + 1))
                    std::abort();
            }
        }
    }
}

} // namespace

/** The first byte chooses the vendor and the status, the rest is the body of a create or a list. */
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const bool locked = initializeSecretMemory();
    static const Catalog catalog{QString()};
    if (size == 0 || (!locked && catalog.definitions().isEmpty()))
        return 0;
    static const int statuses[] = {200, 201, 301, 400, 401, 403, 404, 429, 500};
    ReadingRules rules;
    rules.definition = catalog.definitions().at(data[0] % catalog.definitions().size());
    rules.write = data[0] & 0x40;
    if (rules.write) {
        for (const KindTemplate &kind : rules.definition->kinds) {
            if (const VerbTemplate *create = kind.verb(KeyVerb::Create))
                rules.secretPlaces += allPlaces(create->secrets);
        }
    }
    HttpAnswer http;
    http.status = statuses[(data[0] >> 2) % 9];
    http.body = std::make_shared<WipedBytes>();
    http.body->append({reinterpret_cast<const char *>(data) + 1, static_cast<qsizetype>(size) - 1});
    const VendorAnswerPtr answer = readAnswer(http, rules);
    if (http.status >= 300 && !answer->error)
        std::abort();
    mapRows(*rules.definition, *answer);
    return 0;
}
