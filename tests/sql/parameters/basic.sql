SET param_a = 5;
SET param_s = 'it\'s';
SET param_arr = '[1, 2, 3]';
SET param_d = '2024-01-01';
SET param_n = '\\N';
SET param_tbl = 'ptable';
SELECT {a:UInt8} + 1, toTypeName({a:UInt8});
SELECT {s:String};
SELECT {arr:Array(UInt8)}, arraySum({arr:Array(UInt8)});
SELECT {d:Date} + 1;
SELECT {n:Nullable(Int32)};
SELECT {a:String} || 'x';
SELECT number FROM numbers(10) WHERE number = {a:UInt64};
SELECT number FROM numbers(10) LIMIT {a:UInt8};
CREATE TABLE {tbl:Identifier} (x UInt8) ENGINE = Memory;
INSERT INTO {tbl:Identifier} VALUES (1);
INSERT INTO ptable SELECT {a:UInt8};
SELECT * FROM {tbl:Identifier} ORDER BY x;
SELECT {missing:UInt8}; -- { serverError UNKNOWN_QUERY_PARAMETER }
SELECT {s:UInt8}; -- { serverError BAD_QUERY_PARAMETER }
SELECT {a:Nosuch}; -- { serverError UNKNOWN_TYPE }
SELECT x FROM ptable WHERE x IN ({a:UInt8}, 9);
SELECT {a:Decimal(5, 2)}, {a:Float64} / 2;
