/// Made-up takedown logs of six agencies: no row is about a real account.
///
/// The same seed gives the same bytes on any machine and any day. Whatever the seed, the log of
/// `uk-nca` holds exactly 8,000 distinct accounts taken down from 1 July 2023 to 31 March 2024 and
/// exactly 18,000 from 1 July 2024 to 31 March 2025, beside duplicates, other spellings, refusals,
/// posts and damaged rows that must not change those two figures.
package struct SampleLogs: Sendable {
  let seed: UInt64

  package init(seed: UInt64) {
    self.seed = seed
  }

  /// The logs from July 2023 to March 2025, about 45,000 rows in all.
  ///
  /// Sorted by agency in the order of the inputs table, then by period.
  package func files() -> [SampleFile] {
    var accounts = AccountAllocator(seed: seed)
    var random = SplitMix64(seed: seed, stream: 1)
    var british = BritishRecords(accounts: accounts, random: random)
    let britishRecords = british.records()
    accounts = british.accounts

    func partner(_ stream: UInt64, _ count: Int, _ style: PartnerStyle) -> [SampleRecord] {
      random = SplitMix64(seed: seed, stream: stream)
      var partner = PartnerRecords(
        accounts: accounts, shared: british.taken, random: random, style: style)
      let records = partner.records(count: count)
      accounts = partner.accounts
      return records
    }

    let american = partner(2, 2600, .american)
    let albanian = partner(3, 1500, .albanian)
    let swedish = partner(4, 1300, .swedish)
    let tunisian = partner(5, 1200, .tunisian)
    let vietnamese = partner(6, 1400, .vietnamese)

    return BritishLog().files(britishRecords, random: SplitMix64(seed: seed, stream: 11))
      + AmericanLog().files(american, random: SplitMix64(seed: seed, stream: 12))
      + AlbanianLog().files(albanian, random: SplitMix64(seed: seed, stream: 13))
      + SwedishLog().files(swedish, random: SplitMix64(seed: seed, stream: 14))
      + TunisianLog().files(tunisian, random: SplitMix64(seed: seed, stream: 15))
      + VietnameseLog().files(vietnamese, random: SplitMix64(seed: seed, stream: 16))
  }
}
