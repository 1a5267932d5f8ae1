SELECT max_by(number, number), min_by(number, number), MAX_BY(number, 1 - number), argMaxIf(number, number, number < 2) FROM numbers(4);
SELECT toTypeName(max_byState(number, number)) FROM numbers(1);
