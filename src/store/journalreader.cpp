// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/journalreader.h"

#include <simdjson.h>

#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace chatelaine {

namespace {

constexpr std::array<std::string_view, journalMembers> memberNames = {
    "account",   "accountName", "container", "detail",  "host",    "installation", "kind",
    "mask",      "object",      "operation", "outcome", "prev",    "program",      "provider",
    "requestId", "seq",         "time",      "user",    "vendorId"};

/** Where the name stands, looked for from `from` on: a line has them in this order. */
std::optional<std::size_t> memberAt(std::string_view name, std::size_t from)
{
    for (std::size_t i = 0; i < journalMembers; ++i) {
        const std::size_t at = (from + i) % journalMembers;
        if (memberNames[at] == name)
            return at;
    }
    return std::nullopt;
}

QByteArrayView bytesOf(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

} // namespace

struct JournalReader::Private
{
    simdjson::dom::parser parser; ///< its other interface would not choose by the processor
    std::optional<simdjson::dom::object> detail;
    std::string detailText; ///< made when it is asked for
    std::vector<char> line; ///< the parser wants to read beyond the end
};

JournalReader::JournalReader()
    : d(std::make_unique<Private>())
{}

JournalReader::~JournalReader() = default;

bool JournalReader::read(QByteArrayView line)
{
    clear();
    if (readMembers(line))
        return true;
    clear();
    return false;
}

void JournalReader::clear()
{
    m_texts.fill({});
    m_sequence = m_time = std::nullopt;
    d->detail.reset();
    d->detailText.clear();
}

bool JournalReader::readMembers(QByteArrayView line)
{
    if (line.isEmpty())
        return false; // its data may be null, which nothing may be copied from
    const auto size = static_cast<std::size_t>(line.size());
    const std::size_t room = size + simdjson::SIMDJSON_PADDING;
    if (d->line.size() < room)
        d->line.resize(room * 2);
    std::memcpy(d->line.data(), line.data(), size);
    simdjson::dom::object object;
    if (d->parser.parse(d->line.data(), size, false).get(object))
        return false;
    std::size_t next = 0;
    for (const auto &[name, value] : object) {
        const auto at = memberAt(name, next);
        if (!at)
            continue;
        next = *at + 1;
        std::string_view text;
        std::int64_t number = 0;
        simdjson::dom::object detail;
        switch (static_cast<JournalMember>(*at)) {
        case JournalMember::Sequence:
        case JournalMember::Time:
            if (value.get(number))
                return false;
            (memberNames[*at] == "seq" ? m_sequence : m_time) = number;
            break;
        case JournalMember::Detail:
            if (value.get(detail))
                return false;
            d->detail = detail;
            break;
        default:
            if (value.get(text))
                return false;
            m_texts[*at] = bytesOf(text);
        }
    }
    return true;
}

QByteArrayView JournalReader::detail() const
{
    if (d->detail)
        d->detailText = simdjson::to_string(*d->detail);
    d->detail.reset();
    return bytesOf(d->detailText);
}

} // namespace chatelaine
