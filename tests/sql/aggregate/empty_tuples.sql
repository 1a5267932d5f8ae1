SELECT uniq(()), uniqExact(()), uniqHLL12(()), uniqCombined(()), count(DISTINCT ()) FROM numbers(3);
SELECT count(()), any(()), groupArray(()) FROM numbers(2);
