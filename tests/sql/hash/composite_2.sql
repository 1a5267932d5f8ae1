SELECT hex(murmurHash3_128('a'));
SELECT xxHash64(1, 'b');
SELECT hex(MD5(''));
SELECT lower(hex(SHA512('abc')));
SELECT hex(xxh3('abc'));
SELECT cityHash64(toInt128(5));
SELECT jumpConsistentHash(256, 100);
SELECT hex(sipHash64Keyed((1, 2), 'a')); -- { serverError BAD_ARGUMENTS }
SELECT metroHash64('abc');
SELECT gccMurmurHash('abc');
SELECT kafkaMurmurHash('abc');
SELECT hiveHash('abc');
SELECT URLHash('http://a/b');
SELECT intHash32(NULL);
SELECT hex(keccak256('a'));
SELECT cityHash64('日本') % 10, sipHash64(materialize('a'), number) FROM numbers(3);
SELECT sum(cityHash64(number)), sum(sipHash64(toString(number))), sum(xxHash64(toString(number))) FROM numbers(10000);
SELECT groupBitXor(cityHash64(number, toString(number))) FROM numbers(1000);
SELECT intHash32('a'); -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
SELECT xxHash64();
