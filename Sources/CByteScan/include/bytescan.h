// Byte masks of 64 bytes at a time: bit i of a mask says that byte i of the block is the byte asked
// for. SSE2 and NEON are part of every x86-64 and arm64 processor; elsewhere plain C does the same.
#ifndef BYTESCAN_H
#define BYTESCAN_H

#include <stdint.h>
#include <string.h>

typedef struct {
  uint64_t quote, delimiter, newline, carriage_return, non_ascii_or_nul;
} bytescan_masks;

#if defined(__SSE2__)
#include <emmintrin.h>

static inline uint64_t bytescan_equal(const __m128i v[4], uint8_t byte) {
  const __m128i b = _mm_set1_epi8((char)byte);
  uint64_t a0 = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(v[0], b));
  uint64_t a1 = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(v[1], b));
  uint64_t a2 = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(v[2], b));
  uint64_t a3 = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(v[3], b));
  return a0 | a1 << 16 | a2 << 32 | a3 << 48;
}

static inline bytescan_masks bytescan_block(
    const uint8_t *p, uint8_t quote, uint8_t delimiter) {
  __m128i v[4];
  for (int i = 0; i < 4; i++) v[i] = _mm_loadu_si128((const __m128i *)(p + 16 * i));
  uint64_t high = 0;
  for (int i = 0; i < 4; i++) high |= (uint64_t)(uint32_t)_mm_movemask_epi8(v[i]) << (16 * i);
  bytescan_masks m;
  m.quote = bytescan_equal(v, quote);
  m.delimiter = bytescan_equal(v, delimiter);
  m.newline = bytescan_equal(v, '\n');
  m.carriage_return = bytescan_equal(v, '\r');
  m.non_ascii_or_nul = high | bytescan_equal(v, 0);
  return m;
}

#elif defined(__aarch64__)
#include <arm_neon.h>

static inline uint64_t bytescan_collect(const uint8x16_t c[4]) {
  const uint8x16_t bits = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  uint8x16_t s0 = vpaddq_u8(vandq_u8(c[0], bits), vandq_u8(c[1], bits));
  uint8x16_t s1 = vpaddq_u8(vandq_u8(c[2], bits), vandq_u8(c[3], bits));
  s0 = vpaddq_u8(s0, s1);
  s0 = vpaddq_u8(s0, s0);
  return vgetq_lane_u64(vreinterpretq_u64_u8(s0), 0);
}

static inline uint64_t bytescan_equal(const uint8x16_t v[4], uint8_t byte) {
  uint8x16_t c[4];
  for (int i = 0; i < 4; i++) c[i] = vceqq_u8(v[i], vdupq_n_u8(byte));
  return bytescan_collect(c);
}

static inline bytescan_masks bytescan_block(
    const uint8_t *p, uint8_t quote, uint8_t delimiter) {
  uint8x16_t v[4], high[4];
  for (int i = 0; i < 4; i++) v[i] = vld1q_u8(p + 16 * i);
  for (int i = 0; i < 4; i++) high[i] = vcgeq_u8(v[i], vdupq_n_u8(0x80));
  bytescan_masks m;
  m.quote = bytescan_equal(v, quote);
  m.delimiter = bytescan_equal(v, delimiter);
  m.newline = bytescan_equal(v, '\n');
  m.carriage_return = bytescan_equal(v, '\r');
  m.non_ascii_or_nul = bytescan_collect(high) | bytescan_equal(v, 0);
  return m;
}

#else

static inline bytescan_masks bytescan_block(
    const uint8_t *p, uint8_t quote, uint8_t delimiter) {
  bytescan_masks m = {0, 0, 0, 0, 0};
  for (int i = 0; i < 64; i++) {
    uint64_t bit = 1ull << i;
    if (p[i] == quote) m.quote |= bit;
    if (p[i] == delimiter) m.delimiter |= bit;
    if (p[i] == '\n') m.newline |= bit;
    if (p[i] == '\r') m.carriage_return |= bit;
    if (p[i] >= 0x80 || p[i] == 0) m.non_ascii_or_nul |= bit;
  }
  return m;
}

#endif

// The masks of the last, shorter block: bytes past the end count as spaces.
static inline bytescan_masks bytescan_tail(
    const uint8_t *p, long count, uint8_t quote, uint8_t delimiter) {
  uint8_t block[64];
  memset(block, ' ', sizeof block);
  memcpy(block, p, (size_t)count);
  return bytescan_block(block, quote, delimiter);
}

// Whether a byte of a JSON string stands for itself; see bytescan_json_plain.
static inline int bytescan_json_is_plain(uint8_t byte, uint8_t high) {
  return byte >= 0x20 && byte != '"' && byte != '\\' && !(byte & high);
}

// How many of the bytes come before the first quote, backslash or control character; with `high`
// 0x80 also before the first byte beyond ASCII, with 0 not.
static inline long bytescan_json_plain(const uint8_t *p, long count, uint8_t high) {
  long i = 0;
#if defined(__SSE2__)
  const __m128i quote = _mm_set1_epi8('"');
  const __m128i backslash = _mm_set1_epi8('\\');
  const __m128i control = _mm_set1_epi8(0x1f);
  const __m128i top = _mm_set1_epi8((char)high);
  for (; i + 16 <= count; i += 16) {
    const __m128i v = _mm_loadu_si128((const __m128i *)(p + i));
    const __m128i found = _mm_or_si128(
        _mm_or_si128(_mm_cmpeq_epi8(v, quote), _mm_cmpeq_epi8(v, backslash)),
        _mm_or_si128(_mm_cmpeq_epi8(_mm_min_epu8(v, control), v), _mm_and_si128(v, top)));
    const unsigned mask = (unsigned)_mm_movemask_epi8(found);
    if (mask) return i + __builtin_ctz(mask);
  }
#elif defined(__aarch64__)
  for (; i + 16 <= count; i += 16) {
    const uint8x16_t v = vld1q_u8(p + i);
    const uint8x16_t found = vorrq_u8(
        vorrq_u8(vceqq_u8(v, vdupq_n_u8('"')), vceqq_u8(v, vdupq_n_u8('\\'))),
        vorrq_u8(vcltq_u8(v, vdupq_n_u8(0x20)), vtstq_u8(v, vdupq_n_u8(high))));
    // Four bits of the mask for each byte.
    const uint64_t mask = vget_lane_u64(
        vreinterpret_u64_u8(vshrn_n_u16(vreinterpretq_u16_u8(found), 4)), 0);
    if (mask) return i + __builtin_ctzll(mask) / 4;
  }
#endif
  while (i < count && bytescan_json_is_plain(p[i], high)) i++;
  return i;
}

// How many of the bytes come before the first one of a kind; all where there is none.
static inline long bytescan_before(const uint8_t *p, long count, uint8_t byte) {
  const uint8_t *found = (const uint8_t *)memchr(p, byte, (size_t)count);
  return found ? found - p : count;
}

// A word of a text, letters of ASCII in either case being the same.
typedef struct {
  long start, end;
  uint64_t hash;
} bytescan_word;

static inline int bytescan_is_word_byte(uint8_t byte) {
  return byte >= 0x80 || (uint8_t)((byte | 0x20) - 'a') < 26 || (uint8_t)(byte - '0') < 10 ||
         byte == '_' || byte == '.' || byte == '-';
}

// The next word of at least three bytes that begins at an offset or after it; one that is empty
// where there is none. Full stops and hyphens at its ends are no part of a word.
static inline bytescan_word bytescan_next_word(const uint8_t *p, long count, long offset) {
  bytescan_word word = {count, count, 0};
  while (offset < count) {
    while (offset < count &&
           (!bytescan_is_word_byte(p[offset]) || p[offset] == '.' || p[offset] == '-')) {
      offset++;
    }
    const long start = offset;
    while (offset < count && bytescan_is_word_byte(p[offset])) offset++;
    long end = offset;
    while (end > start && (p[end - 1] == '.' || p[end - 1] == '-')) end--;
    if (end - start < 3) continue;
    // FNV-1a, whose low bits are mixed once more.
    uint64_t hash = 0xcbf29ce484222325;
    for (long i = start; i < end; i++) {
      uint8_t byte = p[i];
      if ((uint8_t)(byte - 'A') < 26) byte |= 0x20;
      hash = (hash ^ byte) * 0x100000001b3;
    }
    word.start = start;
    word.end = end;
    word.hash = hash ^ hash >> 29;
    return word;
  }
  return word;
}

#endif
